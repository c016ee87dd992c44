import Dispatch
internal import ApusECMARegex

/// The patterns of rules, each compiled once.
final class PatternCache: @unchecked Sendable {
    static let shared = PatternCache()

    private let lock = DispatchSemaphore(value: 1)
    private var patterns: [String: ECMAPattern] = [:]

    /// Nil if the text is no pattern, which the generator has checked.
    func pattern(_ text: String) -> ECMAPattern? {
        lock.wait()
        defer { lock.signal() }
        if let known = patterns[text] { return known }
        let pattern = try? ECMAPattern(text)
        patterns[text] = pattern
        return pattern
    }
}
