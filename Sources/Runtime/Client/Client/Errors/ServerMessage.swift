import ApusModels

/// Finds the message for people in the body of an error response.
enum ServerMessage {
    static let maximumBytes = 300
    /// The members that servers put a message into, the most specific first.
    private static let members = [
        "detail", "message", "error_description", "error", "errors", "msg", "title", "reason",
    ]

    /// Returns the message, or `nil` if the body is empty or has none.
    static func text(of body: [UInt8], _ contentType: String?) -> String? {
        if let value = try? JSON.decode(JSONValue.self, from: body.withoutByteOrderMark) {
            return message(in: value, depth: 4).flatMap(shortened)
        }
        let type = contentType.flatMap { MediaType($0) }
        guard type == nil || type?.type == "text" else { return nil }
        return shortened(String(decoding: body.prefix(4 * maximumBytes), as: UTF8.self))
    }

    private static func message(in value: JSONValue, depth: Int) -> String? {
        switch value {
        case .string(let text): return text
        case .array(let elements) where depth > 0: return elements.first.flatMap { message(in: $0, depth: depth - 1) }
        case .object(let object) where depth > 0:
            let found = members.lazy.compactMap { object[$0].flatMap { message(in: $0, depth: depth - 1) } }.first
            guard let title = object["title"]?.string, let found, found != title else { return found }
            return "\(title): \(found)"
        default: return nil
        }
    }

    /// Returns the beginning of a text on one line, or `nil` if it is blank.
    private static func shortened(_ text: String) -> String? {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.isEmpty { return nil }
        return line.utf8.count > maximumBytes ? line.prefix(maximumBytes) + "…" : line
    }
}
