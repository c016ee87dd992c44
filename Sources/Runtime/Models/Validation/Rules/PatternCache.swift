internal import ApusECMARegex
import Dispatch

/// Compiled patterns of rules.
final class PatternCache: @unchecked Sendable {
    static let shared = PatternCache()

    private let lock = DispatchSemaphore(value: 1)
    private var patterns: [String: ECMAPattern] = [:]

    /// Returns the compiled pattern, or `nil` if it is not valid. The generator has already checked it.
    func pattern(_ text: String) -> ECMAPattern? {
        lock.wait()
        defer { lock.signal() }
        if let known = patterns[text] { return known }
        let pattern = try? ECMAPattern(text)
        patterns[text] = pattern
        return pattern
    }
}
