/// The form of a body, derived from the name of its media type.
enum MediaForm: Hashable {
    case json, form, multipart, text, xml
    /// A sequence of elements that are received one at a time.
    case events, jsonLines, jsonSequence
    /// A range such as `image/*`.
    case range
    case other

    /// - Parameter name: A media type or range, optionally with parameters (RFC 9110, section 8.3.1).
    init(_ name: String) {
        let essence = name.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
        let type = String(decoding: essence, as: UTF8.self).lowercased()
        let slash = type.utf8.firstIndex(of: UInt8(ascii: "/"))
        let subtype = slash.map { type[type.utf8.index(after: $0)...] } ?? type[...]
        switch type {
        case "application/x-www-form-urlencoded": self = .form
        case "text/event-stream": self = .events
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-ndjson",
            "application/ndjson":
            self = .jsonLines
        case "application/json-seq", "application/geo+json-seq": self = .jsonSequence
        default:
            if type.utf8.contains(UInt8(ascii: "*")) {
                self = .range
            } else if type.hasPrefix("multipart/") {
                self = .multipart
            } else if subtype == "json" || subtype.hasSuffix("+json") {
                self = .json
            } else if subtype == "xml" || subtype.hasSuffix("+xml") {
                self = .xml
            } else {
                self = type.hasPrefix("text/") ? .text : .other
            }
        }
    }

    /// Whether content in a media type cannot be text.
    static func isBinary(_ name: some StringProtocol) -> Bool {
        let type = name.drop(while: \.isWhitespace).lowercased()
        return [
            "image/", "audio/", "video/", "font/", "application/octet-stream", "application/pdf", "application/zip",
        ]
        .contains { type.hasPrefix($0) }
    }
}
