import ApusAPIModel

/// What `conversion.mustache` prints: how what is sent is made of what was received.
struct ConversionView: TemplateView {
    var documentation: [String]
    var access: String
    var parameters: String
    var arguments: String

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("parameters", \.parameters),
        .text("arguments", \.arguments),
    ]
}

extension ConversionView {
    /// Nil for a type that is not made for what is sent.
    ///
    /// - Parameter added: The members that a received value does not have, and that must be sent.
    init?(_ declaration: TypeDeclaration, added: [(member: String, name: String, type: String)] = [], _ catalog: Catalog) {
        guard let received = declaration.receivedForm else { return nil }
        var name = "received"
        while added.contains(where: { $0.name == name }) { name += "_" }
        var comment = DocComment()
        comment.paragraph(
            "Makes what is sent of what was received. Throws if a member is missing that must be sent, or has a value "
                + "that cannot be.")
        documentation = comment.lines
        access = catalog.options.access.rawValue
        parameters = (["_ \(name): \(catalog.typeName(received))"] + added.map { "\(escaped($0.name)): \($0.type)" })
            .joined(separator: ", ")
        let members = added.map { "\(stringLiteral($0.member)): \(escaped($0.name))" }.joined(separator: ", ")
        arguments = "of: \(name)" + (members.isEmpty ? "" : ", adding: [\(members)]")
    }
}
