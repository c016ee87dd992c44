import ApusServer
import GalteaServer

/// Galtea: sessions in the order of their creation.
struct GalteaService: GalteaAPI {
    private let storage: any Storage

    init(storage: any Storage) { self.storage = storage }

    /// New keys begin with `gsk_` and old ones with `gsk-`.
    func authenticate(bearerAuth credential: String) async throws -> String {
        guard Self.isKey(credential) else { throw AuthenticationError.unauthorized }
        return credential
    }

    static func isKey(_ text: String) -> Bool {
        text.count > 4 && (text.hasPrefix("gsk_") || text.hasPrefix("gsk-"))
    }

    func createSession(_ body: CreateSessionRequest, bearerAuth: String) async throws -> Session {
        let id = "session_\(UUID().text)"
        let session = Session(
            id: id, customID: body.customID, versionID: body.versionID,
            // A production session and an imported one have nobody who started them.
            userID: body.testCaseID == nil ? nil : "user_demo", testCaseID: body.testCaseID,
            context: body.context?.stored, status: body.effectiveStatus, isProduction: body.effectiveIsProduction,
            metadata: body.metadata, createdAt: .now)
        try await storage.save(Document(.galteaSession, id: id, content: JSONValue(encoding: session)))
        return session
    }

    func session(_ id: String) async throws -> Session? {
        try await storage.read { try $0.content(.galteaSession, id: id) }?.decode()
    }

    func sessions(matching list: SessionList) async throws -> [Session] {
        let sessions = try await storage.read { try $0.contents(.galteaSession) }
        return list.page(of: try sessions.map { try $0.decode() })
    }
}

extension ContextInput {
    /// The form in which the service keeps a context: plain text becomes an object.
    fileprivate var stored: [String: JSONValue] {
        switch self {
        case .string(let text): ["value": .string(text)]
        case .object(let members): members
        }
    }
}
