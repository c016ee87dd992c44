import ApusByteText

extension Node {
    /// Whether this is a YAML scalar without quotes or a tag.
    public var isPlainYAML: Bool { record.flags.contains(.isPlain) }

    /// A clause that states the node's kind, for a diagnostic.
    public var reading: String {
        isPlainYAML && kind != .string ? "YAML 1.2 reads this as \(kind.phrase)" : "this is \(kind.phrase)"
    }

    /// Explains why YAML 1.2 reads a plain scalar differently than YAML 1.1 or other languages, and what to write.
    public var readingHelp: String? {
        if kind == .number, !isJSONNumber { return "JSON has no number `\(text)`" }
        guard isPlainYAML, kind == .string else { return nil }
        let word = text.lowercased()
        if ["yes", "on", "y"].contains(word) { return Self.help(text, "a boolean", "true") }
        if ["no", "off", "n"].contains(word) { return Self.help(text, "a boolean", "false") }
        let digits = word.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        guard digits.first?.isASCIIDigit == true else { return nil }
        if digits.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }) {
            let plain = text.filter { $0 != "_" }
            return plain == text ? nil : Self.help(text, "a number", plain)
        }
        if digits.starts(with: "0b".utf8), let value = Int(word.drop { $0 != "b" }.dropFirst(), radix: 2) {
            return Self.help(text, "a number", String(value))
        }
        if digits.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }) {
            return Self.help(text, "a number", nil)
        }
        return nil
    }

    private static func help(_ text: String, _ kind: String, _ replacement: String?) -> String {
        "YAML 1.2 does not read `\(text)` as \(kind)" + (replacement.map { ": write `\($0)`" } ?? "")
    }
}
