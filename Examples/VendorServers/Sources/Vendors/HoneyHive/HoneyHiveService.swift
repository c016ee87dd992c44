import ApusServer
import HoneyHiveServer
import Synchronization

/// HoneyHive in memory: sessions and their events.
final class HoneyHiveService: HoneyHiveAPI {
    private struct Store {
        var sessions: [UUID: Session] = [:]
        var events: [UUID: [Event]] = [:]
    }

    private let store = Mutex(Store())

    /// All keys of the service begin with `hh_`.
    func authenticate(bearerAuth credential: String) async throws -> String {
        guard Self.isKey(credential) else { throw AuthenticationError.unauthorized }
        return credential
    }

    static func isKey(_ text: String) -> Bool { text.hasPrefix("hh_") && text.count > 3 }

    /// Creates a session, or merges into one with the same identifier. Other members of the second request have no
    /// effect.
    func createSession(_ body: CreateSessionRequest, bearerAuth: String) async throws -> Session {
        let id = body.sessionID.flatMap { UUID(uuidString: $0) } ?? UUID()
        return store.withLock { store in
            var session = store.sessions[id] ?? Session(body, id: id)
            session.metadata = merged(session.metadata, body.metadata)
            session.userProperties = merged(session.userProperties, body.userProperties)
            store.sessions[id] = session
            return session
        }
    }

    /// Adds events one after the other. The session of the path replaces those of the events.
    func createEventBatch(
        sessionID: UUID, _ body: CreateEventBatchRequest, bearerAuth: String
    ) async throws -> CreateEventBatchResponse {
        guard session(sessionID) != nil else {
            throw CreateEventBatchFailure.notFound(
                ErrorBody(statusCode: 404, message: "Session not found", success: false, errorCode: "NOT_FOUND"))
        }
        store.withLock { store in
            for event in body.events { store.events[sessionID, default: []].append(event.stored(in: sessionID)) }
        }
        return CreateEventBatchResponse(success: true)
    }

    func session(_ id: UUID) -> Session? { store.withLock { $0.sessions[id] } }

    func events(of id: UUID) -> [Event] { store.withLock { $0.events[id] ?? [] } }

    private func merged(_ old: JSONValue?, _ new: [String: JSONValue]?) -> JSONValue? {
        guard let new else { return old }
        var members = old?.object ?? [:]
        for (name, value) in new { members[name] = value }
        return .object(members)
    }
}

extension Session {
    /// The event of a new session.
    fileprivate init(_ request: CreateSessionRequest, id: UUID) {
        self.init(
            eventID: id.uuidString.lowercased(), sessionID: id, orgID: "org_demo", workspaceID: "ws_demo",
            projectID: "proj_demo", eventType: "session", eventName: request.effectiveEventName,
            source: request.effectiveSource, childrenIDs: request.childrenIDs ?? [], duration: request.duration,
            startTime: request.startTime ?? DateTime.now.milliseconds, endTime: request.endTime,
            config: .object(request.config), inputs: .object(request.inputs), outputs: .object(request.outputs),
            userProperties: [:], metrics: [:], feedback: [:], metadata: [:])
    }
}

extension Event {
    fileprivate func stored(in session: UUID) -> Event {
        var event = self
        let sessionID = session.uuidString.lowercased()
        event.sessionID = sessionID
        event.eventID = eventID ?? UUID().uuidString.lowercased()
        event.parentID = parentID ?? sessionID
        event.eventName = effectiveEventName
        event.source = effectiveSource
        return event
    }
}

extension JSONValue {
    fileprivate static func object(_ members: [String: JSONValue]?) -> JSONValue {
        .object(JSONObject((members ?? [:]).map { ($0.key, $0.value) }))
    }
}

extension DateTime {
    /// Unix milliseconds.
    var milliseconds: Double { Double(secondsSince1970) * 1000 + Double(nanoseconds / 1_000_000) }
}
