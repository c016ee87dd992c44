import ApusServer
import GalteaServer
import Synchronization

/// Galtea in memory: sessions in the order of their creation.
final class GalteaService: GalteaAPI {
    private let sessions = Mutex<[Session]>([])

    /// New keys begin with `gsk_` and old ones with `gsk-`.
    func authenticate(bearerAuth credential: String) async throws -> String {
        guard Self.isKey(credential) else { throw AuthenticationError.unauthorized }
        return credential
    }

    static func isKey(_ text: String) -> Bool {
        text.count > 4 && (text.hasPrefix("gsk_") || text.hasPrefix("gsk-"))
    }

    func createSession(_ body: CreateSessionRequest, bearerAuth: String) async throws -> Session {
        let session = Session(
            id: "session_\(UUID().uuidString.lowercased())", customID: body.customID, versionID: body.versionID,
            // A production session and an imported one have nobody who started them.
            userID: body.testCaseID == nil ? nil : "user_demo", testCaseID: body.testCaseID,
            context: body.context?.stored, status: body.effectiveStatus, isProduction: body.effectiveIsProduction,
            metadata: body.metadata, createdAt: .now)
        sessions.withLock { $0.append(session) }
        return session
    }

    func session(_ id: String) -> Session? { sessions.withLock { $0.first { $0.id == id } } }

    func sessions(matching list: SessionList) -> [Session] { list.page(of: sessions.withLock { $0 }) }
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
