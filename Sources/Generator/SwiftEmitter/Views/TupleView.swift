/// What `tuple.mustache` prints: an array of fixed length, with a type for each element.
struct TupleView: TemplateView {
    struct Element: TemplateView {
        var name: String
        var type: String

        static let fields: [TemplateField<Self>] = [.text("name", \.name), .text("type", \.type)]
    }

    var documentation: [String]
    var access: String
    var name: String
    var elements: [Element]
    /// The initializer's parameters, as lines with their commas.
    var parameters: [String]
    var table: TableView
    var conversion: ConversionView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("elements", \.elements), .lines("parameters", \.parameters),
        .optional("shortParameters") { SwiftText.onOneLine($0.parameters, width: 80) }, .view("table") { $0.table },
        .view("conversion") { $0.conversion },
    ]

    init(_ declaration: SwiftDeclaration, _ tuple: SwiftTuple, access: String) {
        documentation = declaration.documentation
        self.access = access
        name = declaration.name
        elements = tuple.elements.map { Element(name: $0.name, type: $0.type.text) }
        parameters = SwiftText.filled(elements.map { "_ \($0.name): \($0.type)" }, separator: ",")
        var arguments = Arguments()
        arguments.add("of: Self.self")
        arguments.add(types: elements.map(\.type) + ["[JSONValue]"])
        arguments.add("otherElements: .kept")
        arguments.add(declaration.constraints)
        table = TableView(access: access, kind: "TupleTable", arguments: arguments.lines)
        conversion = declaration.conversion.map { ConversionView($0, access: access) }
    }
}
