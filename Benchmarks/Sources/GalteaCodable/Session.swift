// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A session as the service stores it.
public nonisolated struct Session: Codable, Hashable, Sendable {
    /// The session's identifier.
    public var id: String?
    /// The caller's own identifier, if one was given.
    public var customID: String?
    /// The version of the product that the session belongs to.
    public var versionID: String?
    /// The user who started the session; null for production and imported sessions.
    public var userID: String?
    /// The test case that the session runs, if any.
    public var testCaseID: String?
    /// The background of the session. Plain text of the request comes back as an object with the text as
    /// its member `value`.
    public var context: [String: JSONValue]?
    /// Why the conversation ended, once it has.
    public var stoppingReason: String?
    /// What went wrong, if the session failed.
    public var error: String?
    /// The session's state.
    public var status: SessionStatus?
    /// Whether the session holds real traffic of production; such a session runs no test case.
    public var isProduction: Bool?
    /// The data that was given with the session.
    public var metadata: [String: JSONValue]?
    /// When the session was created.
    public var createdAt: DateTime?
    /// When the session was deleted; null while it exists.
    public var deletedAt: DateTime?

    public init(
        id: String? = nil,
        customID: String? = nil,
        versionID: String? = nil,
        userID: String? = nil,
        testCaseID: String? = nil,
        context: [String: JSONValue]? = nil,
        stoppingReason: String? = nil,
        error: String? = nil,
        status: SessionStatus? = nil,
        isProduction: Bool? = nil,
        metadata: [String: JSONValue]? = nil,
        createdAt: DateTime? = nil,
        deletedAt: DateTime? = nil
    ) {
        self.id = id
        self.customID = customID
        self.versionID = versionID
        self.userID = userID
        self.testCaseID = testCaseID
        self.context = context
        self.stoppingReason = stoppingReason
        self.error = error
        self.status = status
        self.isProduction = isProduction
        self.metadata = metadata
        self.createdAt = createdAt
        self.deletedAt = deletedAt
    }

    enum CodingKeys: String, CodingKey {
        case id
        case customID = "customId"
        case versionID = "versionId"
        case userID = "userId"
        case testCaseID = "testCaseId"
        case context
        case stoppingReason
        case error
        case status
        case isProduction
        case metadata
        case createdAt
        case deletedAt
    }
}
