// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// What a new session is made of.
public nonisolated struct CreateSessionRequest: Codable, Hashable, Sendable {
    /// The version of the product that the session belongs to.
    public var versionID: String
    /// The caller's own identifier of the session, unique within the version.
    public var customID: String?
    /// The test case that the session runs. It cannot be set together with `isProduction: true` or with
    /// `context`.
    public var testCaseID: String?
    /// Whether the session holds real traffic of production. If it is left out or null, the server takes
    /// false for a session with a test case and true for one without. False without a test case marks a
    /// session that was imported from elsewhere.
    public var isProduction: Bool?
    /// What the assistant should know about the situation. It cannot be set together with `testCaseId`, for
    /// a test case brings its own context.
    public var context: ContextInput?
    /// Any further data to keep with the session.
    public var metadata: [String: JSONValue]?
    /// The state in which the session starts.
    public var status: SessionStatus

    public init(
        versionID: String,
        customID: String? = nil,
        testCaseID: String? = nil,
        isProduction: Bool? = nil,
        context: ContextInput? = nil,
        metadata: [String: JSONValue]? = nil,
        status: SessionStatus = .completed
    ) {
        self.versionID = versionID
        self.customID = customID
        self.testCaseID = testCaseID
        self.isProduction = isProduction
        self.context = context
        self.metadata = metadata
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case versionID = "versionId"
        case customID = "customId"
        case testCaseID = "testCaseId"
        case isProduction
        case context
        case metadata
        case status
    }
}
