import ApusByteText

/// The name of a document, or of a schema with an `$id`, against which references are resolved.
enum ResourceID: Hashable {
    /// A file without a name of its own, by the path by which it is loaded.
    case file(String)
    /// An absolute URI without fragment.
    case uri(String)

    /// The resource that a reference means where this one is the base.
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

    /// The path of the file that a relative reference names, seen from the file at `base`.
    static func path(_ reference: URIReference, from base: String) -> String {
        // A file's name may have a question mark; no query is sent to a file.
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

/// The text with `%XX` decoded (RFC 3986, section 2.1); unchanged if that is not UTF-8.
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
