/// How grave a diagnostic is.
public enum Severity: String, Hashable, Sendable, Comparable {
    case note, warning, error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// One problem in the input: what, where, why, and what to do.
public struct Diagnostic: Hashable, Sendable {
    /// A further place or fact that explains the problem.
    public struct Note: Hashable, Sendable {
        public var message: String
        public var place: Place?

        public init(_ message: String, at place: Place? = nil) {
            self.message = message
            self.place = place
        }
    }

    /// The stable code, as in `error[E0214]`; see `DiagnosticCode`.
    public var code: DiagnosticCode
    public var severity: Severity
    /// What is wrong, in one line, without a full stop.
    public var message: String
    public var place: Place?
    /// Words behind the caret.
    public var label: String?
    public var notes: [Note]
    /// What to do about it.
    public var help: String?

    public init(
        _ code: DiagnosticCode, _ severity: Severity = .error, _ message: String, at place: Place?,
        label: String? = nil, notes: [Note] = [], help: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.place = place
        self.label = label
        self.notes = notes
        self.help = help
    }
}
