// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A session to start. Every member is optional.
public nonisolated struct CreateSessionRequest: Codable, Hashable, Sendable {
    /// The session's identifier, a UUID. The server makes a new UUID (version 4) if this is left out, and
    /// also if it is not a UUID.
    public var sessionID: String?
    /// The name to show for the session.
    public var sessionName: String?
    /// The name of the session's event. If it is left out, the server takes `session_name`, and without
    /// that `unknown`.
    public var eventName: String?
    /// Where the session was recorded, such as `dev` or `prod`. The server fills in `unknown`.
    public var source: String?
    /// When the session began, in Unix milliseconds. The server takes its own time if this is left out; a
    /// value that is not a number is not refused but replaced in the same way.
    public var startTime: Double?
    /// When the session ended, in Unix milliseconds. The server ignores a value that is not a number.
    public var endTime: Double?
    /// How long the session took, in milliseconds.
    public var duration: Double?
    /// The configuration that the application ran with.
    public var config: [String: JSONValue]?
    /// What the session was given.
    public var inputs: [String: JSONValue]?
    /// What the session produced.
    public var outputs: [String: JSONValue]?
    /// Any further data to keep with the session.
    public var metadata: [String: JSONValue]?
    /// What is known about the user of the application.
    public var userProperties: [String: JSONValue]?
    /// The identifiers of the events directly below the session.
    public var childrenIDs: [String]?

    public init(
        sessionID: String? = nil,
        sessionName: String? = nil,
        eventName: String? = nil,
        source: String? = nil,
        startTime: Double? = nil,
        endTime: Double? = nil,
        duration: Double? = nil,
        config: [String: JSONValue]? = nil,
        inputs: [String: JSONValue]? = nil,
        outputs: [String: JSONValue]? = nil,
        metadata: [String: JSONValue]? = nil,
        userProperties: [String: JSONValue]? = nil,
        childrenIDs: [String]? = nil
    ) {
        self.sessionID = sessionID
        self.sessionName = sessionName
        self.eventName = eventName
        self.source = source
        self.startTime = startTime
        self.endTime = endTime
        self.duration = duration
        self.config = config
        self.inputs = inputs
        self.outputs = outputs
        self.metadata = metadata
        self.userProperties = userProperties
        self.childrenIDs = childrenIDs
    }

    enum CodingKeys: String, CodingKey {
        case sessionID = "session_id"
        case sessionName = "session_name"
        case eventName = "event_name"
        case source
        case startTime = "start_time"
        case endTime = "end_time"
        case duration
        case config
        case inputs
        case outputs
        case metadata
        case userProperties = "user_properties"
        case childrenIDs = "children_ids"
    }
}
