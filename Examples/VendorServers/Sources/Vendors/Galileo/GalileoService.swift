import ApusServer
import GalileoServer
import Synchronization

/// Galileo in memory: projects, log streams and sessions.
final class GalileoService: GalileoAPI {
    /// The project of the examples in the description.
    static let demoProjectID = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!

    let tokens: GalileoTokens
    private let key: String
    private let projects: Mutex<[UUID: StoredProject]>

    /// - Parameters:
    ///   - key: The API key that is accepted.
    ///   - samples: Whether the project `demo` has sessions.
    init(key: String, samples: Bool = false) throws {
        self.key = key
        tokens = GalileoTokens(key: key)
        var demo = StoredProject(id: Self.demoProjectID, name: "demo")
        if samples { demo.sessions = try Self.samples(in: demo) }
        projects = Mutex([demo.id: demo])
    }

    // MARK: The described operations

    func authenticate(apiKey credential: String) async throws -> String {
        guard credential == key else { throw AuthenticationError.unauthorized }
        return credential
    }

    func createSession(projectID: UUID, _ body: CreateSessionRequest, apiKey: String) async throws -> Session {
        try projects.withLock { projects in
            // An unknown project begins to exist, so that clients need no set-up.
            let name = "project \(projectID.uuidString.lowercased().prefix(8))"
            var project = projects[projectID] ?? StoredProject(id: projectID, name: name)
            let session = try StoredSession(body, in: project)
            project.sessions.append(session)
            projects[projectID] = project
            return Session(
                id: session.id, name: session.record.name, projectID: projectID, projectName: project.name,
                previousSessionID: session.record.previousSessionID, externalID: session.record.externalID)
        }
    }

    func querySessions(
        projectID: UUID, _ body: QuerySessionsRequest, apiKey: String
    ) async throws -> QuerySessionsResponse {
        let sessions = projects.withLock { $0[projectID]?.sessions ?? [] }
        return SessionQuery(request: body).page(of: sessions)
    }

    // MARK: What the vendor's SDK needs besides

    func projects(named name: String?) -> [StoredProject] {
        projects.withLock { $0.values.filter { name == nil || $0.name == name } }.sorted { $0.createdAt < $1.createdAt }
    }

    func project(_ id: UUID) -> StoredProject? { projects.withLock { $0[id] } }

    func createProject(named name: String) -> StoredProject {
        let project = StoredProject(name: name)
        projects.withLock { $0[project.id] = project }
        return project
    }

    func createLogStream(named name: String, in id: UUID) -> StoredProject.LogStream? {
        let logStream = StoredProject.LogStream(id: UUID(), name: name, createdAt: .now)
        return projects.withLock { projects in
            projects[id]?.logStreams.append(logStream)
            return projects[id] == nil ? nil : logStream
        }
    }
}
