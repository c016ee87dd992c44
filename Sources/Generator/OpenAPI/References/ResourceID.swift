import ApusByteText

/// The identifier of a document or of a schema with an `$id`. References are resolved against it.
enum ResourceID: Hashable {
    /// A file without an identifier of its own, by path.
    case file(String)
    /// An absolute URI without a fragment.
    case uri(String)

    /// Resolves a reference with this resource as its base.
    func resolve(_ reference: URIReference) -> ResourceID {
        if reference.scheme != nil || reference.authority != nil {
            return .uri(reference.resolved(against: reference).resource)
        }
        switch self {
        case .uri(let base):
            return .uri(reference.resolved(against: URIReference(base)).resource)
        case .file(let base):
            return .file(Self.path(reference, from: base))
        }
    }

    /// Resolves a relative reference to the path of a file, relative to the file at `base`.
    static func path(_ reference: URIReference, from base: String) -> String {
        // A question mark is a part of the file's name, because files have no queries.
        let path = percentDecoded(reference.path + (reference.query.map { "?" + $0 } ?? ""))
        if path.isEmpty || path.hasPrefix("/") { return path.isEmpty ? base : path }
        var parts = base.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case ".." where parts.last != nil && parts.last != ".." && parts.last != "": parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// Decodes `%XX` (RFC 3986, section 2.1). Returns the text unchanged if the result is not UTF-8.
func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
        if source[index] == UInt8(ascii: "%"), index + 2 < source.count, let high = source[index + 1].hexadecimalValue,
            let low = source[index + 2].hexadecimalValue
        {
            bytes.append(high << 4 | low)
            index += 3
        } else {
            bytes.append(source[index])
            index += 1
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
