import ApusAPIModel

extension SwiftOperation {
    /// The beginning of the comments on all methods.
    static func introduction(
        of operation: Operation, _ servers: SwiftServers, _ names: ModuleNames, _ mentions: MentionedNames
    ) -> DocComment {
        var comment = DocComment()
        comment.paragraph(mentions.text(operation.summary))
        if operation.documentation != operation.summary { comment.paragraph(mentions.text(operation.documentation)) }
        if comment.lines.isEmpty { comment.paragraph("`\(operation.method) \(operation.path)`") }
        for link in operation.responses.flatMap(\.links) { comment.paragraph(documentation(of: link, names)) }
        if let server = servers.server(of: operation) {
            if server.contains("://") {
                let condition =
                    servers.standard == nil
                    ? "" : ", unless the client has a server that the API description does not list"
                comment.paragraph("Sent to `\(SwiftText.oneLine(server))`\(condition).")
            } else {
                comment.paragraph("Sent to `\(SwiftText.oneLine(server))` on the client's server.")
            }
        }
        return comment
    }

    /// The operations to call next, with their arguments.
    private static func documentation(of link: Response.Link, _ names: ModuleNames) -> String {
        let target = names.methods[link.target] ?? link.target
        let arguments = link.arguments.map {
            "`\(SwiftText.oneLine($0.name))` from `\(SwiftText.oneLine($0.value))`"
        }
        let call =
            "Leads to `\(SwiftText.oneLine(target))`"
            + (arguments.isEmpty ? "" : ", with " + arguments.joined(separator: ", "))
        return [call + ".", link.documentation].compactMap(\.self).joined(separator: " ")
    }

    /// The comment on a method.
    ///
    /// - Parameter isStream: Whether there are two methods and this one returns the stream.
    func documentation(_ parameters: [MethodParameter], _ responses: SwiftResponses, isStream: Bool) -> [String] {
        var comment = introduction
        if isStream {
            comment.paragraph("Requests a stream. `\(names.method)` requests a single response.")
        }
        if pages != nil, !isStream {
            comment.paragraph("Requests one page. `\(names.pages)` requests them all.")
        }
        let items = parameters.filter { !$0.documentation.isEmpty }.map { ($0.name, mentions.text($0.documentation)) }
        if !items.isEmpty {
            comment.gap()
            comment.list("Parameters", items)
        }
        if let text = responses.documentation, !text.isEmpty, responses.result != nil,
            ![operation.summary, operation.documentation].contains(text)
        {
            comment.gap()
            comment.item("Returns", Self.sentence(mentions.text(text)))
        }
        comment.seeAlso(operation.externalDocumentation)
        return comment.lines
    }

    /// Returns the text with a capital letter and a period, if it is one line of words without them.
    private static func sentence(_ text: String) -> String {
        guard let last = text.last, last.isLetter || last.isNumber || "`)".contains(last), !text.contains("\n") else {
            return text
        }
        let word = text.prefix { $0 != " " }
        let start = word.allSatisfy { $0.isLowercase } ? word.prefix(1).uppercased() : String(word.prefix(1))
        return start + text.dropFirst() + "."
    }
}
