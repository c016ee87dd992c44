/// What `file.mustache` prints.
struct FileView: TemplateView {
    /// A declaration, rendered by its own template.
    struct Declaration: TemplateView {
        /// Without the last line's end.
        var text: String

        static let fields: [TemplateField<Self>] = [.text("text", \.text)]
    }

    var header: [String]
    var imports: [String]
    /// The type of the runtime that stands for the format of the code; `nil` if the code needs no runtime.
    var format: String?
    var declarations: [Declaration]

    static let fields: [TemplateField<Self>] = [
        .lines("header", \.header), .flag("hasImports") { !$0.imports.isEmpty }, .lines("imports", \.imports),
        .optional("format") { $0.format },
        .views("declarations", \.declarations),
    ]
}
