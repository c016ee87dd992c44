/// The severity of a diagnostic.
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

/// A problem in the input: what is wrong, where, why, and how to correct it.
public struct Diagnostic: Hashable, Sendable {
    /// A further fact that explains the problem, with a place if it has one.
    public struct Note: Hashable, Sendable {
        public var message: String
        public var place: Place?

        public init(_ message: String, at place: Place? = nil) {
            self.message = message
            self.place = place
        }
    }

    /// The stable code, as in `error[E0214]`.
    public var code: DiagnosticCode
    public var severity: Severity
    /// The problem in one line, without a full stop.
    public var message: String
    public var place: Place?
    /// A text behind the caret.
    public var label: String?
    public var notes: [Note]
    /// A way to correct the problem.
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
