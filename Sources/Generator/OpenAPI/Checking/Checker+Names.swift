import ApusByteText
import ApusDiagnostics
import ApusYAMLSource

// Checks the names of components, header fields, parameters and media types.
extension Checker {
    mutating func checkComponentNames(_ components: Node) {
        for section in components.entries where !section.key.hasPrefix("x-") {
            for entry in content(of: section.value)?.entries.map({ $0 }) ?? [] where !isComponentName(entry.key) {
                diagnostics.warning(
                    .invalidName, "`\(entry.key)` is not a valid name for a component", at: entry.keyNode.place,
                    label: "allowed are letters, digits, `.`, `-` and `_`",
                    help: "rename the component, because other tools may reject it")
            }
        }
    }

    private func isComponentName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || ".-_".utf8.contains($0) }
    }

    /// Reports parameters of a list with the same name and location.
    mutating func checkRepetition(in list: Node) {
        var seen: [[String]: Node] = [:]
        for element in list.elements {
            guard let parameter = content(of: element), let name = parameter[.name], let location = parameter[.location]
            else { continue }
            let isHeader = location.text == "header"
            let place = element[.reference] ?? name
            guard let first = seen[[location.text, isHeader ? name.text.lowercased() : name.text]] else {
                seen[[location.text, isHeader ? name.text.lowercased() : name.text]] = place
                continue
            }
            diagnostics.error(
                .repeatedParameter, "the parameter `\(name.text)` in `\(location.text)` is listed twice",
                at: place.place,
                notes: [.init("first listed here", at: first.place)],
                help: isHeader
                    ? "remove one of the two; the case of a header field's name does not matter"
                    : "remove one of the two")
        }
    }

    /// Reports keys of `content` that are not media types (RFC 9110, section 8.3.1).
    mutating func checkMediaTypes(_ node: Node) {
        for entry in content(of: node[.content])?.entries.map({ $0 }) ?? [] where !entry.key.hasPrefix("x-") {
            let essence = entry.key.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
            if essence.count == 2, essence.allSatisfy({ isToken(String($0).trimmed) }) { continue }
            let isShort = ["json", "xml", "yaml", "pdf", "zip"].contains(entry.key.lowercased())
            diagnostics.error(
                .invalidMediaType, "`\(entry.key)` is not a media type", at: entry.keyNode.place,
                label: essence.count == 1 ? "there is no `/`" : nil,
                help: isShort
                    ? "write `application/\(entry.key.lowercased())`"
                    : "write a type and a subtype, such as `text/plain`")
        }
    }

    mutating func checkHeaderNames(_ response: Node) {
        for entry in response["headers"]?.entries.map({ $0 }) ?? [] where !isToken(entry.key) {
            diagnostics.error(.invalidName, "`\(entry.key)` is not a valid name for a header", at: entry.keyNode.place)
        }
    }

    /// Whether a text is a token (RFC 9110, section 5.6.2).
    func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "!#$%&'*+-.^_`|~".utf8.contains($0) }
    }
}

extension String {
    /// The text without leading and trailing spaces and tabs.
    fileprivate var trimmed: String {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
