// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// One step of a session.
public nonisolated struct Event: Codable, Hashable, Sendable {
    /// What kind of step this is.
    public var eventType: EventType
    /// What the step was given. It is required, but may be empty.
    public var inputs: [String: JSONValue]
    /// The event's identifier, a UUID. The server makes one if this is left out.
    public var eventID: String?
    /// Has no effect. The session of the path is stored in its place.
    public var sessionID: String?
    /// The event above this one. The server takes the session itself if this is left out.
    public var parentID: String?
    /// The name of the step. The server fills in `unknown`.
    public var eventName: String?
    /// Where the event was recorded, such as `dev` or `prod`. The server fills in `unknown`.
    public var source: String?
    /// The project that the event belongs to.
    public var projectID: String?
    /// The identifiers of the events directly below this one.
    public var childrenIDs: [String]?
    /// The configuration of the step, such as the settings of a model.
    public var config: [String: JSONValue]?
    /// What the step produced.
    public var outputs: [String: JSONValue]?
    /// Any further data to keep with the event.
    public var metadata: [String: JSONValue]?
    /// Feedback given on the event.
    public var feedback: [String: JSONValue]?
    /// Figures measured on the event.
    public var metrics: [String: JSONValue]?
    /// What is known about the user of the application.
    public var userProperties: [String: JSONValue]?
    /// What went wrong in the step; null if nothing did.
    public var error: String?
    /// When the step began, in Unix milliseconds.
    public var startTime: Double?
    /// When the step ended, in Unix milliseconds.
    public var endTime: Double?
    /// How long the step took, in milliseconds.
    public var duration: Double?

    public init(
        eventType: EventType,
        inputs: [String: JSONValue],
        eventID: String? = nil,
        sessionID: String? = nil,
        parentID: String? = nil,
        eventName: String? = nil,
        source: String? = nil,
        projectID: String? = nil,
        childrenIDs: [String]? = nil,
        config: [String: JSONValue]? = nil,
        outputs: [String: JSONValue]? = nil,
        metadata: [String: JSONValue]? = nil,
        feedback: [String: JSONValue]? = nil,
        metrics: [String: JSONValue]? = nil,
        userProperties: [String: JSONValue]? = nil,
        error: String? = nil,
        startTime: Double? = nil,
        endTime: Double? = nil,
        duration: Double? = nil
    ) {
        self.eventType = eventType
        self.inputs = inputs
        self.eventID = eventID
        self.sessionID = sessionID
        self.parentID = parentID
        self.eventName = eventName
        self.source = source
        self.projectID = projectID
        self.childrenIDs = childrenIDs
        self.config = config
        self.outputs = outputs
        self.metadata = metadata
        self.feedback = feedback
        self.metrics = metrics
        self.userProperties = userProperties
        self.error = error
        self.startTime = startTime
        self.endTime = endTime
        self.duration = duration
    }

    enum CodingKeys: String, CodingKey {
        case eventType = "event_type"
        case inputs
        case eventID = "event_id"
        case sessionID = "session_id"
        case parentID = "parent_id"
        case eventName = "event_name"
        case source
        case projectID = "project_id"
        case childrenIDs = "children_ids"
        case config
        case outputs
        case metadata
        case feedback
        case metrics
        case userProperties = "user_properties"
        case error
        case startTime = "start_time"
        case endTime = "end_time"
        case duration
    }
}
