import ApusServer
import HoneyHiveServer

/// HoneyHive: sessions and their events.
struct HoneyHiveService: HoneyHiveAPI {
    private let storage: any Storage

    init(storage: any Storage) { self.storage = storage }

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
        return try await storage.change { documents in
            var session = try documents.content(.honeyHiveSession, id: id.text)?.decode() ?? Session(body, id: id)
            session.metadata = merged(session.metadata, body.metadata)
            session.userProperties = merged(session.userProperties, body.userProperties)
            return ([Document(.honeyHiveSession, id: id.text, content: try JSONValue(encoding: session))], session)
        }
    }

    /// Adds events one after the other. The session of the path replaces those of the events.
    func createEventBatch(
        sessionID: UUID, _ body: CreateEventBatchRequest, bearerAuth: String
    ) async throws -> CreateEventBatchResponse {
        try await storage.change { documents in
            guard try documents.content(.honeyHiveSession, id: sessionID.text) != nil else {
                throw CreateEventBatchFailure.notFound(
                    ErrorBody(statusCode: 404, message: "Session not found", success: false, errorCode: "NOT_FOUND"))
            }
            let events = try body.events.map { event in
                // Two events may have the same identifier.
                Document(
                    .honeyHiveEvent, id: UUID().text, owner: sessionID.text,
                    content: try JSONValue(encoding: event.stored(in: sessionID)))
            }
            return (events, CreateEventBatchResponse(success: true))
        }
    }

    /// Returns the event of a session and the events that were added to it, or nothing if there is no such session.
    func events(of id: UUID) async throws -> [JSONValue] {
        try await storage.read { documents in
            guard let session = try documents.content(.honeyHiveSession, id: id.text) else { return [] }
            return [session] + (try documents.contents(.honeyHiveEvent, owner: id.text))
        }
    }

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
            eventID: id.text, sessionID: id, orgID: "org_demo", workspaceID: "ws_demo",
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
        let sessionID = session.text
        event.sessionID = sessionID
        event.eventID = eventID ?? UUID().text
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
