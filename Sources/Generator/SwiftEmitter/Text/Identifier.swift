/// Names as Swift source spells them.
enum Identifier {
    /// Keywords that can be names within backticks.
    static let keywords: Set<String> = [
        "any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil", "nonisolated", "operator",
        "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "some", "static", "struct", "subscript", "super",
        "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// Whether a text is an ASCII identifier.
    static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.isASCIILetter || first == "_" else { return false }
        return text.unicodeScalars.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" }
    }

    /// A name in a declaration: in backticks if it is a keyword.
    static func escaped(_ name: String) -> String { Identifier.keywords.contains(name) ? "`\(name)`" : name }

    /// A name before an argument, where backticks around most keywords cause a warning.
    static func label(_ name: String) -> String { ["inout", "let", "var"].contains(name) ? "`\(name)`" : name }

    /// A name with dots, as code.
    static func path(_ parts: [String?]) -> String {
        parts.compactMap { $0 }.flatMap { $0.split(separator: ".") }.map { Identifier.escaped(String($0)) }.joined(
            separator: ".")
    }

    /// A name with a prefix, such as `storedName`, that no property has.
    static func derived(_ prefix: String, _ name: String, among names: [String]) -> String {
        var result = prefix + name.prefix(1).uppercased() + name.dropFirst()
        while names.contains(result) { result += "_" }
        return result
    }
}
