// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A session to create. Every member is optional, but one of `log_stream_id`, `experiment_id` and
/// `metrics_testing_id` should say where the session belongs.
public nonisolated struct CreateSessionRequest: Codable, Hashable, Sendable {
    /// The log stream that the session belongs to.
    public var logStreamID: UUID?
    /// The experiment that the session belongs to.
    public var experimentID: UUID?
    /// The run of metrics testing that the session belongs to.
    public var metricsTestingID: UUID?
    /// What logs the session.
    public var loggingMethod: LoggingMethod
    /// The version of the program that logs the session.
    public var clientVersion: String?
    /// Whether the server waits until what was logged is stored, and reports if that fails. If this is
    /// false, it answers at once, and a later failure is not reported.
    public var reliable: Bool
    /// The session's name. The server makes one up if there is none.
    public var name: String?
    /// The session that this one follows.
    public var previousSessionID: UUID?
    /// The caller's own identifier of the session. It need not be unique.
    public var externalID: String?

    public init(
        logStreamID: UUID? = nil,
        experimentID: UUID? = nil,
        metricsTestingID: UUID? = nil,
        loggingMethod: LoggingMethod = .apiDirect,
        clientVersion: String? = nil,
        reliable: Bool = true,
        name: String? = nil,
        previousSessionID: UUID? = nil,
        externalID: String? = nil
    ) {
        self.logStreamID = logStreamID
        self.experimentID = experimentID
        self.metricsTestingID = metricsTestingID
        self.loggingMethod = loggingMethod
        self.clientVersion = clientVersion
        self.reliable = reliable
        self.name = name
        self.previousSessionID = previousSessionID
        self.externalID = externalID
    }

    enum CodingKeys: String, CodingKey {
        case logStreamID = "log_stream_id"
        case experimentID = "experiment_id"
        case metricsTestingID = "metrics_testing_id"
        case loggingMethod = "logging_method"
        case clientVersion = "client_version"
        case reliable
        case name
        case previousSessionID = "previous_session_id"
        case externalID = "external_id"
    }
}
