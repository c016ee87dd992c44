/// A media type or media range (RFC 9110, section 8.3.1), without its parameters but `charset`.
struct MediaType: Hashable, Sendable {
    /// The type in lower case, such as `application`; `*` in a range.
    var type: String
    /// The subtype in lower case, such as `problem+json`; `*` in a range.
    var subtype: String
    /// The `charset` parameter in lower case.
    var charset: String?

    init?(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2 else { return nil }
        type = Self.trimmed(names[0]).lowercased()
        subtype = Self.trimmed(names[1]).lowercased()
        guard !type.isEmpty, !subtype.isEmpty else { return nil }
        for parameter in parts.dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            if pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" {
                charset = Self.trimmed(pair[1]).lowercased().filter { $0 != "\"" }
            }
        }
    }

    /// The type without its parameters.
    var essence: String { "\(type)/\(subtype)" }

    /// Whether the content is JSON (RFC 8259, or RFC 6839's structured suffix).
    var isJSON: Bool {
        subtype == "json" || subtype.hasSuffix("+json")
    }

    /// Whether `other`, a type, is in this range; parameters do not count.
    func includes(_ other: MediaType) -> Bool {
        (type == "*" || type == other.type) && (subtype == "*" || subtype == other.subtype)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text.drop(while: \.isWhitespace))
    }
}
