import ApusDiagnostics
import ApusGeneration
import ApusYAMLSource

/// A problem that a description shows, to be recognized in a smaller one.
package enum Problem {
    case diagnostic(code: DiagnosticCode, message: String)
    /// A crash with the status of the process and what it said last, such as `Fatal error: Index out of range`.
    case crash(status: Int32, reason: String)

    /// The crash of a program, or `nil` if it has not crashed.
    package init?(crashOf program: ChildProcess) {
        guard program.hasCrashed else { return nil }
        self = .crash(status: program.status, reason: Self.reason(in: program.errors))
    }

    /// The first error of a run or, without one, the first warning or note.
    ///
    /// - Parameter code: The code of the problem that is wanted.
    package init?(in diagnostics: Diagnostics, code: String?) {
        let wanted = diagnostics.all.filter { code == nil || $0.code.id == code }
        guard let found = wanted.first(where: { $0.severity == .error }) ?? wanted.first else { return nil }
        self = .diagnostic(code: found.code, message: found.message)
    }

    package var title: String {
        switch self {
        case .diagnostic(let code, let message): "\(code.id): \(message)"
        case .crash(let status, let reason): reason.isEmpty ? "a crash by signal \(status - 128)" : reason
        }
    }

    package func isShown(by diagnostics: Diagnostics) -> Bool {
        guard case .diagnostic(let code, let message) = self else { return false }
        return diagnostics.all.contains { $0.code == code && $0.message == message }
    }

    package func isShown(by program: ChildProcess) -> Bool {
        guard case .crash(let status, let reason) = self else { return false }
        return program.status == status && Self.reason(in: program.errors) == reason
    }

    /// The message of Swift's runtime.
    private static func reason(in errors: String) -> String {
        let line = errors.split(separator: "\n").first { $0.contains("Fatal error") || $0.contains("Assertion failed") }
        return line.map { printable(String($0)) } ?? ""
    }
}
