/// The ANSI escapes (ECMA-48, "select graphic rendition") for a text, or none.
struct TerminalStyle {
    static let plain = TerminalStyle(isColored: false)
    static let colored = TerminalStyle(isColored: true)

    private let isColored: Bool

    func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: wrap(text, "1;31")
        case .warning: wrap(text, "1;33")
        case .note: wrap(text, "1;36")
        }
    }

    func bold(_ text: String) -> String { wrap(text, "1") }

    func faint(_ text: String) -> String { wrap(text, "34") }

    func help(_ text: String) -> String { wrap(text, "1;32") }

    private func wrap(_ text: String, _ parameters: String) -> String {
        isColored ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
    }
}
