/// The problems that a run found, in the order in which they were found.
public struct Diagnostics: Sendable {
    public private(set) var all: [Diagnostic] = []

    public init() {}

    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    public mutating func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }

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
        report(Diagnostic(code, .warning, message, at: place, label: label, notes: notes, help: help))
    }
}
