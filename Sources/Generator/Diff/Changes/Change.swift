public import ApusAPIModel

/// A difference between two descriptions.
public struct Change: Sendable {
    public var code: ChangeCode
    /// The difference as a sentence without a full stop.
    public var message: String
    /// The changed part in the old description, or the part that contained a new one.
    public var old: Origin?
    /// The changed part in the new description, or the part that contained a removed one.
    public var new: Origin?
    public var clients: Verdict
    public var servers: Verdict
    /// Why the change breaks Swift source, or `nil` if it does not.
    public var sourceReason: String?
    /// The directions in which the changed part is sent.
    public var direction: Direction
    /// The entry that accepts the breaks of this change.
    public var acceptance: AcceptedBreak?

    public func verdict(for level: Level) -> Verdict {
        switch level {
        case .clients: clients
        case .servers: servers
        case .source: sourceReason == nil ? .safe : .breaking
        }
    }

    /// Why the change breaks something, or may break it. `nil` if it does not.
    public func reason(for level: Level) -> String? {
        if verdict(for: level) == .safe { return nil }
        switch level {
        case .source: return sourceReason
        // A sender of the old description meets a receiver of the new one if a client sends a request.
        case .clients: return reason(narrowsIn: .request, widensIn: .response)
        case .servers: return reason(narrowsIn: .response, widensIn: .request)
        }
    }

    private func reason(narrowsIn: Direction, widensIn: Direction) -> String? {
        direction.contains(narrowsIn) && code.narrowing != nil || !direction.contains(widensIn)
            ? code.narrowing ?? code.widening : code.widening ?? code.narrowing
    }

    /// The worst verdict of all levels.
    public var worst: Verdict { Level.allCases.map(verdict).max() ?? .safe }
}
