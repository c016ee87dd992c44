import ApusByteText
import ApusDiagnostics
import ApusYAMLSource

// Checks `$id`, the anchors and `$schema` (JSON Schema 2020-12, sections 8.1.1 and 8.2).
extension Checker {
    mutating func checkIdentifier(_ id: Node) {
        guard id.kind == .string else { return mismatch(id, "$id", "a string") }
        guard let fragment = URIReference(id.text).fragment, !fragment.isEmpty else { return }
        diagnostics.error(
            .invalidValue, "`$id` must not have a fragment", at: id.place,
            help: fragment.hasPrefix("/") ? nil : "write `$anchor: \(fragment)`")
    }

    mutating func checkAnchorName(_ name: Node, keyword: String) {
        guard name.kind == .string else { return mismatch(name, keyword, "a string") }
        if isAnchorName(name.text) { return }
        diagnostics.error(
            .invalidName, "`\(name.text)` is not a valid name for `\(keyword)`", at: name.place,
            label: "allowed are a letter or `_`, then letters, digits, `-`, `_` and `.`")
    }

    mutating func checkDialect(_ dialect: Node) {
        let text = dialect.text.hasSuffix("#") ? String(dialect.text.dropLast()) : dialect.text
        if text == "https://json-schema.org/draft/2020-12/schema" || text.hasPrefix("https://spec.openapis.org/oas/3.")
        {
            return
        }
        diagnostics.error(
            .unsupportedDialect, "the dialect `\(dialect.text)` is not supported", at: dialect.place,
            help: "Apus reads https://json-schema.org/draft/2020-12/schema and OpenAPI's own dialects")
    }

    private func isAnchorName(_ text: String) -> Bool {
        func isStart(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte == UInt8(ascii: "_") }
        guard let first = text.utf8.first, isStart(first) else { return false }
        return text.utf8.allSatisfy {
            isStart($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
    }
}
