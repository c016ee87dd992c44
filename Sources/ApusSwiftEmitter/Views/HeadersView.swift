import ApusAPIModel
import ApusDiagnostics

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

    /// Nil if no response, and no part of one, has a header field.
    init?(_ catalog: Catalog, into diagnostics: inout Diagnostics) {
        // A field that responses describe differently has the type that all of them have, else is a text.
        var order: [String] = []
        var headers: [String: Response.Header] = [:]
        var types: [String: SwiftType] = [:]
        let ofResponses = catalog.api.operations.flatMap { $0.responses.flatMap(\.headers) }
        let ofParts = catalog.api.receivedParts.flatMap { $0.encodings.flatMap(\.headers) }
        for header in ofResponses + ofParts {
            // Names of header fields do not tell case apart.
            let key = header.name.lowercased()
            let type = catalog.swiftType(header.type.type)
            if let known = types[key] {
                if known != type { types[key] = .string }
            } else {
                order.append(key)
                headers[key] = header
                types[key] = type
            }
        }
        if order.isEmpty { return nil }
        let names = namesOfMembers(
            order.map { NameRequest(headers[$0]!.name, fallback: "field") }, reserved: ["values"], into: &diagnostics)
        access = catalog.options.access.rawValue
        name = catalog.names.headers
        list = zip(order, names).map { key, name in
            let header = headers[key]!
            var comment = DocComment()
            comment.paragraph(header.documentation)
            if comment.lines.isEmpty { comment.paragraph("`\(printable(header.name))`") }
            let explode = header.explode ? ", explode: true" : ""
            return Field(
                documentation: comment.lines, name: escaped(name), type: types[key]!.text,
                arguments: stringLiteral(header.name) + explode)
        }
    }
}
