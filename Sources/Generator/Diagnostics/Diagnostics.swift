/// The problems of a run, in the order in which they were reported.
public struct Diagnostics: Sendable {
    public private(set) var all: [Diagnostic] = []
    public private(set) var errorCount = 0
    /// The chosen severities of warnings and notes. They affect only later reports.
    public var choices: [DiagnosticCode: SeverityChoice]

    public init(choices: [DiagnosticCode: SeverityChoice] = [:]) {
        self.choices = choices
    }

    public var hasErrors: Bool { errorCount > 0 }

    /// The errors alone.
    public var errors: Diagnostics {
        var errors = self
        errors.all.removeAll { $0.severity != .error }
        return errors
    }

    public mutating func report(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        if diagnostic.severity != .error, let choice = choices[diagnostic.code] {
            switch choice {
            case .error: diagnostic.severity = .error
            case .warning: diagnostic.severity = .warning
            case .off: return
            }
        }
        all.append(diagnostic)
        if diagnostic.severity == .error { errorCount += 1 }
    }

    /// Removes and returns the problems after the first `count`.
    public mutating func withdraw(after count: Int) -> [Diagnostic] {
        let taken = Array(all[count...])
        all.removeSubrange(count...)
        errorCount -= taken.count { $0.severity == .error }
        return taken
    }

    /// Removes and returns the errors with one of several codes.
    public mutating func takeErrors(_ codes: [DiagnosticCode]) -> [Diagnostic] {
        let codes = Set(codes)
        let isTaken = { (diagnostic: Diagnostic) in diagnostic.severity == .error && codes.contains(diagnostic.code) }
        let taken = all.filter(isTaken)
        all.removeAll(where: isTaken)
        errorCount -= taken.count
        return taken
    }

    public mutating func error(
        _ code: DiagnosticCode, _ message: String, at place: Place?, label: String? = nil,
        notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        report(Diagnostic(code, .error, message, at: place, label: label, notes: notes, help: help))
    }

    public mutating func warning(
        _ code: DiagnosticCode, _ message: String, at place: Place?, label: String? = nil,
        notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        assert(code.isAdjustable, "\(code.id) has a warning, and belongs into the list of adjustable codes")
        report(Diagnostic(code, .warning, message, at: place, label: label, notes: notes, help: help))
    }
}
