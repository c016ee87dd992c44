// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A stored session, in the form of its event.
public nonisolated struct Session: Codable, Hashable, Sendable {
    /// The identifier of the session's event; the same as `session_id`.
    public var eventID: String
    /// The session's identifier.
    public var sessionID: String
    /// The organisation that owns the session.
    public var orgID: String
    /// The workspace that holds the project.
    public var workspaceID: String
    /// The project that holds the session.
    public var projectID: String
    /// The event above this one; a session has none.
    public var parentID: String?
    /// The kind of event, `session`.
    public var eventType: String?
    /// The name of the session's event.
    public var eventName: String?
    /// What went wrong in the session, if anything did.
    public var error: String?
    /// Where the session was recorded.
    public var source: String?
    /// The identifiers of the events directly below the session.
    public var childrenIDs: [String]?
    /// How long the session took, in milliseconds.
    public var duration: Double?
    /// When the session began, in Unix milliseconds.
    public var startTime: Double?
    /// When the session ended, in Unix milliseconds.
    public var endTime: Double?
    /// The configuration that the application ran with, as any JSON.
    public var config: JSONValue?
    /// What the session was given, as any JSON.
    public var inputs: JSONValue?
    /// What the session produced, as any JSON.
    public var outputs: JSONValue?
    /// What is known about the user of the application, as any JSON.
    public var userProperties: JSONValue?
    /// Figures measured on the session, as any JSON.
    public var metrics: JSONValue?
    /// Feedback given on the session, as any JSON.
    public var feedback: JSONValue?
    /// Further data kept with the session, as any JSON.
    public var metadata: JSONValue?

    public init(
        eventID: String,
        sessionID: String,
        orgID: String,
        workspaceID: String,
        projectID: String,
        parentID: String? = nil,
        eventType: String? = nil,
        eventName: String? = nil,
        error: String? = nil,
        source: String? = nil,
        childrenIDs: [String]? = nil,
        duration: Double? = nil,
        startTime: Double? = nil,
        endTime: Double? = nil,
        config: JSONValue? = nil,
        inputs: JSONValue? = nil,
        outputs: JSONValue? = nil,
        userProperties: JSONValue? = nil,
        metrics: JSONValue? = nil,
        feedback: JSONValue? = nil,
        metadata: JSONValue? = nil
    ) {
        self.eventID = eventID
        self.sessionID = sessionID
        self.orgID = orgID
        self.workspaceID = workspaceID
        self.projectID = projectID
        self.parentID = parentID
        self.eventType = eventType
        self.eventName = eventName
        self.error = error
        self.source = source
        self.childrenIDs = childrenIDs
        self.duration = duration
        self.startTime = startTime
        self.endTime = endTime
        self.config = config
        self.inputs = inputs
        self.outputs = outputs
        self.userProperties = userProperties
        self.metrics = metrics
        self.feedback = feedback
        self.metadata = metadata
    }

    enum CodingKeys: String, CodingKey {
        case eventID = "event_id"
        case sessionID = "session_id"
        case orgID = "org_id"
        case workspaceID = "workspace_id"
        case projectID = "project_id"
        case parentID = "parent_id"
        case eventType = "event_type"
        case eventName = "event_name"
        case error
        case source
        case childrenIDs = "children_ids"
        case duration
        case startTime = "start_time"
        case endTime = "end_time"
        case config
        case inputs
        case outputs
        case userProperties = "user_properties"
        case metrics
        case feedback
        case metadata
    }
}
