import ApusServer
import GalileoServer

/// Galileo: projects, log streams and sessions.
struct GalileoService: GalileoAPI {
    /// The project of the examples in the description.
    static let demoProjectID = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!

    let tokens: GalileoTokens
    private let key: String
    private let storage: any Storage

    /// Creates the service, and its project `demo` unless the storage has it.
    ///
    /// - Parameters:
    ///   - key: The API key that is accepted.
    ///   - samples: Whether the project `demo` gets sessions, unless it has some.
    init(key: String, storage: any Storage, samples: Bool = false) async throws {
        self.key = key
        self.storage = storage
        tokens = GalileoTokens(key: key)
        try await storage.change { documents in
            let demo = try GalileoProject(Self.demoProjectID, orNew: "demo", in: documents)
            let isEmpty = try documents.contents(.galileoSession, owner: demo.id.text).isEmpty
            let sessions = samples && isEmpty ? try Self.samples(in: demo) : []
            return (demo.created + sessions.map { $0.document(in: demo.id) }, ())
        }
    }

    // MARK: The described operations

    func authenticate(apiKey credential: String) async throws -> String {
        guard credential == key else { throw AuthenticationError.unauthorized }
        return credential
    }

    func createSession(projectID: UUID, _ body: CreateSessionRequest, apiKey: String) async throws -> Session {
        try await storage.change { documents in
            // An unknown project begins to exist, so that clients need no set-up.
            let project = try GalileoProject(projectID, orNew: "project \(projectID.text.prefix(8))", in: documents)
            let scope = StoredSession.Scope(body, in: project)
            let record = SessionRecord(body, in: project, scope: scope)
            let session = Session(
                id: record.id, name: record.name, projectID: projectID, projectName: project.name,
                previousSessionID: record.previousSessionID, externalID: record.externalID)
            let stored = try StoredSession(record, scope: scope)
            return (project.created + [stored.document(in: projectID)], session)
        }
    }

    func querySessions(
        projectID: UUID, _ body: QuerySessionsRequest, apiKey: String
    ) async throws -> QuerySessionsResponse {
        let sessions = try await storage.read { try $0.contents(.galileoSession, owner: projectID.text) }
        return try SessionQuery(request: body).page(of: sessions.map { try StoredSession($0) })
    }

    // MARK: What the vendor's SDK needs besides

    /// Returns the projects with a name, or all projects.
    func projects(named name: String?) async throws -> [JSONValue] {
        try await storage.read { try $0.contents(.galileoProject) }
            .filter { name == nil || $0["name"]?.string == name }
    }

    func project(_ id: UUID) async throws -> JSONValue? {
        try await storage.read { try $0.content(.galileoProject, id: id.text) }
    }

    func createProject(named name: String) async throws -> JSONValue {
        try await storage.change { documents in
            let project = try GalileoProject(UUID(), orNew: name, in: documents)
            return (project.created, project.created[0].content)
        }
    }

    func logStreams(of project: UUID) async throws -> [JSONValue] {
        try await storage.read { try $0.contents(.galileoLogStream, owner: project.text) }
    }

    /// Returns the new log stream, or `nil` if there is no such project.
    func createLogStream(named name: String, in project: UUID) async throws -> JSONValue? {
        try await storage.change { documents in
            guard try documents.content(.galileoProject, id: project.text) != nil else { return ([], nil) }
            let logStream = Document.galileoLogStream(named: name, in: project)
            return ([logStream], logStream.content)
        }
    }
}

extension SessionRecord {
    /// The record of a new session.
    fileprivate init(_ request: CreateSessionRequest, in project: GalileoProject, scope: StoredSession.Scope) {
        let id = UUID()
        self.init(
            id: id, projectID: project.id,
            runID: scope.logStreamID ?? scope.experimentID ?? scope.metricsTestingID ?? project.defaultLogStreamID,
            name: request.name.value ?? "session \(id.text.prefix(8))", createdAt: .now,
            externalID: request.externalID.value, hasChildren: false, sessionID: id, input: .string(""),
            previousSessionID: request.previousSessionID.value)
    }
}
