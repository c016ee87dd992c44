import ApusServer
import GalteaServer

/// An actor can be a server.
actor GalteaHandlers: GalteaAPI {
    func authenticate(bearerAuth credential: String) async throws -> String { credential }

    func createSession(_ body: CreateSessionRequest, bearerAuth: String) async throws -> Session {
        var context: [String: JSONValue]?
        switch body.context {
        case .string(let text)?: context = ["value": .string(text)]
        case .object(let members)?: context = members
        case nil: break
        }
        return Session(
            id: "session_1", customID: body.customID, versionID: body.versionID, userID: bearerAuth, context: context,
            status: body.effectiveStatus, isProduction: body.effectiveIsProduction)
    }
}
