import ApusAPIModel
import ApusDiagnostics

/// The struct of all header fields in an API's responses and in the parts of their bodies.
struct SwiftHeaders {
    struct Field {
        let header: Response.Header
        /// The name, without backticks.
        let name: String
        let type: SwiftType
        let documentation: [String]
    }

    let name: String
    let fields: [Field]

    /// Returns `nil` if the API describes no header fields.
    init?(_ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        // A field with several descriptions has their common type, or else is a text.
        var order: [String] = []
        var described: [String: (header: Response.Header, type: SwiftType)] = [:]
        let ofResponses = types.api.operations.flatMap { $0.responses.flatMap(\.headers) }
        let ofParts = types.api.receivedParts(types.options.parts).flatMap { $0.encodings.flatMap(\.headers) }
        for header in ofResponses + ofParts {
            // Names of header fields are case-insensitive.
            let key = header.name.lowercased()
            let type = types.swiftType(header.type.type)
            if let known = described[key] {
                if known.type != type { described[key]?.type = .string }
            } else {
                order.append(key)
                described[key] = (header, type)
            }
        }
        if order.isEmpty { return nil }
        let list = order.compactMap { described[$0] }
        let names = MemberNames.names(
            for: list.map { NameRequest($0.header.name, fallback: "field") }, reserved: ["values"], into: &diagnostics)
        name = types.names.headers
        fields = zip(list, names).map { item, name in
            var comment = DocComment()
            comment.paragraph(item.header.documentation)
            if comment.lines.isEmpty { comment.paragraph("`\(SwiftText.oneLine(item.header.name))`") }
            return Field(header: item.header, name: name, type: item.type, documentation: comment.lines)
        }
    }
}
