/// Whether a change breaks something.
public enum Verdict: Int, Sendable, Comparable {
    case safe
    /// It depends on how the changed part is used.
    case risky
    case breaking

    public static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
}

/// What a change can break.
public enum Level: String, Sendable, CaseIterable {
    /// Clients of the old description that talk to a server of the new one.
    case clients
    /// Servers of the old description that talk to a client of the new one.
    case servers
    /// Swift source that uses the code generated for the old description.
    case source
}
