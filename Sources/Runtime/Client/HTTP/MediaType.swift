import ApusByteText

/// A media type or media range with its parameters (RFC 9110, section 8.3.1).
package struct MediaType: Hashable, Sendable {
    /// The type in lowercase, such as `application`. `*` in a range.
    package var type: String
    /// The subtype in lowercase, such as `problem+json`. `*` in a range.
    package var subtype: String
    /// The parameters except `charset`, by their names in lowercase.
    package var parameters: [String: String] = [:]
    /// The `charset` parameter in lowercase.
    package var charset: String?

    package init?(_ text: String) {
        let parts = Self.parts(of: text, separator: UInt8(ascii: ";"))
        let names = parts[0].utf8
        guard let slash = names.firstIndex(of: ASCII.slash) else { return nil }
        let rest = names[names.index(after: slash)...]
        guard !rest.contains(ASCII.slash) else { return nil }
        type = Self.trimmed(Substring(names[..<slash])).lowercased()
        subtype = Self.trimmed(Substring(rest)).lowercased()
        guard !type.isEmpty, !subtype.isEmpty else { return nil }
        for parameter in parts.dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let name = Self.trimmed(pair[0]).lowercased()
            let value = Self.unquoted(Self.trimmed(pair[1]))
            if name == "charset" { charset = value.lowercased() } else { parameters[name] = value }
        }
    }

    /// The type and subtype without parameters.
    package var essence: String { "\(type)/\(subtype)" }

    /// Returns whether two media types are the same except for their parameters.
    package func hasSameEssence(as other: MediaType) -> Bool { type == other.type && subtype == other.subtype }

    /// Whether the content is JSON (RFC 8259) or has the structured suffix `+json` (RFC 6839).
    package var isJSON: Bool {
        subtype == "json" || subtype.hasSuffix("+json")
    }

    /// Returns whether this range includes a type. Parameters are ignored.
    package func includes(_ other: MediaType) -> Bool {
        (type == "*" || type == other.type) && (subtype == "*" || subtype == other.subtype)
    }

    /// Whether the type or the subtype is `*`.
    package var isRange: Bool { type == "*" || subtype == "*" }

    /// Returns the `charset` parameter of a media type in lowercase.
    package static func charset(of text: String) -> String? {
        text.utf8.contains(UInt8(ascii: ";")) ? MediaType(text)?.charset : nil
    }

    /// Returns whether a text is a media range.
    package static func isRange(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "*")) && MediaType(text)?.isRange == true
    }

    /// Returns the texts of media types and ranges that are separated by commas.
    package static func list(_ text: String?) -> [String] {
        text.map { parts(of: $0, separator: UInt8(ascii: ",")).map(trimmed).filter { !$0.isEmpty } } ?? []
    }

    /// Returns the parts between separators. Separators in quoted strings do not count.
    private static func parts(of text: String, separator: UInt8) -> [Substring] {
        guard text.utf8.contains(separator) else { return [text[...]] }
        var (isQuoted, isEscaped) = (false, false)
        let parts = text.utf8.split(omittingEmptySubsequences: false) { byte in
            if isEscaped {
                isEscaped = false
                return false
            }
            switch byte {
            case UInt8(ascii: "\\") where isQuoted: isEscaped = true
            case UInt8(ascii: "\""): isQuoted.toggle()
            default: return byte == separator && !isQuoted
            }
            return false
        }
        return parts.map { Substring($0) }
    }

    /// Returns a parameter's value without quotation marks and escapes (RFC 9110, section 5.6.4).
    private static func unquoted(_ text: String) -> String {
        guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> String {
        if let first = text.utf8.first, first > 0x20, let last = text.utf8.last, (0x21...0x7E).contains(last),
            first < 0x7F
        {
            return String(text)
        }
        var text = text
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text.drop(while: \.isWhitespace))
    }
}
