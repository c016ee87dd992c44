import ApusAPIModel

extension SwiftResponses.Entry {
    /// The entry in the list of an operation's responses, as lines.
    var lines: [String] {
        let kind = isSuccess ? "success" : "failure"
        let arguments = [status.expression] + (body?.arguments ?? [])
        // A closure, because Swift 5 mode does not accept the case itself as a `@Sendable` function.
        let closure = target.map { body == nil && isSuccess ? $0 : "{ \($0)($0) }" }
        if constraints.lines.isEmpty {
            return [".\(kind)(\((arguments + [closure].compactMap(\.self)).joined(separator: ", ")))"]
        }
        var list = Arguments()
        list.add(arguments.joined(separator: ", "))
        list.add(constraints)
        if let closure { list.add(closure) }
        return [".\(kind)("] + list.lines.map { "    " + $0 } + [")"]
    }
}

extension SwiftBody {
    /// The arguments that describe the body.
    fileprivate var arguments: [String] {
        let mediaType = SwiftText.literal(self.mediaType)
        let contentType = "contentType: \(mediaType)"
        switch reading {
        case .json:
            let json = "json: \(type).self"
            return self.mediaType == "application/json" ? [json] : [json, contentType]
        case .text: return ["text: \(mediaType)"]
        case .events(let element, let event, let end):
            var arguments = ["events: \(element).self"]
            if event != .data { arguments.append("reading: .\(event.rawValue)") }
            if let end { arguments.append("end: \(SwiftText.literal(end))") }
            if self.mediaType != "text/event-stream" { arguments.append(contentType) }
            return arguments
        case .elements(let element, let framing):
            return ["elements: \(element).self", "framing: .\(framing.rawValue)", contentType]
        case .parts(let part): return ["parts: \(mediaType)"] + (part.map { ["of: \($0).self"] } ?? [])
        case .bytes: return ["bytes: \(mediaType)"]
        }
    }
}
