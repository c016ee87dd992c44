// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A session that was created.
public nonisolated struct Session: Codable, Hashable, Sendable {
    /// The session's identifier.
    public var id: UUID
    /// The session's name.
    public var name: String?
    /// The project that holds the session.
    public var projectID: UUID
    /// The name of that project.
    public var projectName: String
    /// The session that this one follows.
    public var previousSessionID: UUID?
    /// The caller's own identifier of the session.
    public var externalID: String?

    public init(
        id: UUID,
        name: String?,
        projectID: UUID,
        projectName: String,
        previousSessionID: UUID? = nil,
        externalID: String? = nil
    ) {
        self.id = id
        self.name = name
        self.projectID = projectID
        self.projectName = projectName
        self.previousSessionID = previousSessionID
        self.externalID = externalID
    }

    enum CodingKeys: String, CodingKey {
        case id
        case name
        case projectID = "project_id"
        case projectName = "project_name"
        case previousSessionID = "previous_session_id"
        case externalID = "external_id"
    }
}
