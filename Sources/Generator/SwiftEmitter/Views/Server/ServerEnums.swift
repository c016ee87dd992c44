// The enums of a server that look like those of a client.

extension SwiftServerResponses {
    /// The enum of the media types that clients ask for.
    func acceptView(_ operation: SwiftServerOperation, access: String) -> OutcomeView {
        OutcomeView(
            access: access, name: operation.names.accept, operation: operation.names.method,
            conformances: "String, CaseIterable, Sendable",
            cases: acceptable.map {
                OutcomeView.Case(
                    documentation: [], name: Identifier.escaped($0.name),
                    payload: " = \(SwiftText.literal($0.mediaType))")
            })
    }
}

extension SwiftServerContents {
    /// The enum of the bodies in several media types. `nil` if there is no choice.
    func view(_ operation: SwiftServerOperation, access: String) -> OutcomeView? {
        guard let enumeration else { return nil }
        return OutcomeView(
            access: access, name: enumeration, operation: operation.names.method, conformances: "Sendable",
            cases: alternatives.map { item in
                var comment = DocComment()
                comment.paragraph("`\(SwiftText.oneLine(item.content.mediaType))`")
                let payload = item.isNullable ? SwiftType.optional(item.type) : item.type
                return OutcomeView.Case(
                    documentation: comment.lines, name: Identifier.escaped(item.name), payload: "(\(payload))")
            })
    }
}
