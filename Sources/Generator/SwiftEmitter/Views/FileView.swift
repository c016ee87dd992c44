/// What `file.mustache` prints.
struct FileView: TemplateView {
    /// A declaration, rendered by its own template.
    struct Declaration: TemplateView {
        /// The text without a line feed at its end.
        var text: String

        static let fields: [TemplateField<Self>] = [.text("text", \.text)]
    }

    var header: [String]
    var imports: [String]
    /// The runtime's type for the format of the code, or `nil` if the code needs no runtime.
    var format: String?
    var declarations: [Declaration]

    static let fields: [TemplateField<Self>] = [
        .lines("header", \.header), .flag("hasImports") { !$0.imports.isEmpty }, .lines("imports", \.imports),
        .optional("format") { $0.format },
        .views("declarations", \.declarations),
    ]
}
