/// What `conversion.mustache` prints: an initializer that creates the sent form of a type from the received form.
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
    init(_ conversion: SwiftConversion, access: String) {
        let added = conversion.added
        var name = "received"
        while added.contains(where: { $0.name == name }) { name += "_" }
        var comment = DocComment()
        comment.paragraph(
            "Creates a value to send from a received one. Throws if a required member is missing or has a value "
                + "that cannot be sent.")
        documentation = comment.lines
        self.access = access
        parameters =
            (["_ \(name): \(conversion.received)"] + added.map { "\(Identifier.escaped($0.name)): \($0.type)" })
            .joined(separator: ", ")
        let members = added.map { "\(SwiftText.literal($0.member)): \(Identifier.escaped($0.name))" }.joined(
            separator: ", ")
        arguments = "of: \(name)" + (members.isEmpty ? "" : ", adding: [\(members)]")
    }
}
