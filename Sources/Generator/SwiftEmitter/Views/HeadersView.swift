/// What `headers.mustache` prints: the header fields of an API's responses, and of the parts of their bodies.
struct HeadersView: TemplateView {
    struct Field: TemplateView {
        var documentation: [String]
        var name: String
        var type: String
        var arguments: String

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("name", \.name), .text("type", \.type),
            .text("arguments", \.arguments),
        ]
    }

    var access: String
    var name: String
    var list: [Field]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("name", \.name), .views("fields", \.list),
    ]

    init(_ headers: SwiftHeaders, access: String) {
        self.access = access
        name = headers.name
        list = headers.fields.map { field in
            let explode = field.header.explode ? ", explode: true" : ""
            return Field(
                documentation: field.documentation, name: Identifier.escaped(field.name), type: field.type.text,
                arguments: SwiftText.literal(field.header.name) + explode)
        }
    }
}
