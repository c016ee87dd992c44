#if LoopbackTests
import ApusRuntime
import HTTPTypes
import HoneyHive
import LoopbackSupport
import Testing

private let sessionID = UUID(uuidString: "CAF77ACE-3417-4DA4-944D-F4A0688F3C23")!
private let fields = [
    "Accept": "application/json", "Content-Type": "application/json", "Authorization": "Bearer hh_1",
]

private func client(_ server: String, _ kind: TransportKind) -> HoneyHiveClient {
    HoneyHiveClient(token: "hh_1", server: server, transport: kind.make())
}

@Suite(.serialized, .timeLimit(.minutes(1)))
struct HoneyHiveTests {
    // MARK: Create session

    @Test(arguments: TransportKind.allCases)
    func createsASession(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(
                200,
                """
                {"event_id": "e", "session_id": "caf77ace-3417-4da4-944d-f4a0688f3c23", "parent_id": null,
                "event_type": "session", "org_id": "org_1", "workspace_id": "ws_1", "project_id": "proj_1", "start_time": 1767261600000, "metrics": null,
                "metadata": [1], "newer": true}
                """)
        } _: { server, seen in
            let response = try await client(server, kind).createSessionWithResponse(
                CreateSessionRequest(
                    sessionID: "caf77ace-3417-4da4-944d-f4a0688f3c23", sessionName: "nightly", source: "dev",
                    startTime: 1_767_261_600_000, endTime: 1_767_261_601_500.5, config: ["model": "m"], outputs: [:],
                    childrenIDs: ["a", "b"]))
            #expect(response.status == 200)
            #expect(
                response.body
                    == Session(
                        eventID: "e", sessionID: sessionID, orgID: "org_1", workspaceID: "ws_1", projectID: "proj_1",
                        eventType: "session", startTime: 1_767_261_600_000, metrics: .null, metadata: [1],
                        additionalProperties: ["newer": true]))
            try expect(
                await seen.last, is: "POST /v1/sessions", fields,
                #"{"session_id":"caf77ace-3417-4da4-944d-f4a0688f3c23","session_name":"nightly","source":"dev","#
                    + #""start_time":1767261600000,"end_time":1767261601500.5,"config":{"model":"m"},"outputs":{},"#
                    + #""children_ids":["a","b"]}"#)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func everythingCanBeLeftToTheServer(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(503, "")
        } _: { server, seen in
            _ = try? await client(server, kind).createSession(CreateSessionRequest())
            try expect(await seen.last, is: "POST /v1/sessions", fields, "{}")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aRefusedSessionHasATypedError(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(400, #"{"statusCode": 400, "message": "metadata: Expected object", "success": false}"#)
        } _: { server, _ in
            await #expect {
                try await client(server, kind).createSession(CreateSessionRequest())
            } throws: { error in
                guard case .badRequest(let body)? = error as? CreateSessionError else { return false }
                return body.body == ErrorBody(statusCode: 400, message: "metadata: Expected object", success: false)
            }
        }
    }

    // MARK: Create event batch

    @Test(arguments: TransportKind.allCases)
    func addsEvents(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, #"{"success": true}"#)
        } _: { server, seen in
            let outcome = try await client(server, kind).createEventBatch(
                sessionID: sessionID,
                CreateEventBatchRequest(events: [
                    Event(
                        eventType: .model, inputs: ["messages": [["role": "user", "content": "hi"]]], eventName: "llm",
                        error: .null, duration: 700),
                    Event(eventType: .tool, inputs: [:], error: "boom"),
                ]))
            #expect(outcome.success)
            try expect(
                await seen.last, is: "POST /v1/sessions/caf77ace-3417-4da4-944d-f4a0688f3c23/events/batch", fields,
                #"{"events":[{"event_type":"model","inputs":{"messages":[{"role":"user","content":"hi"}]},"#
                    + #""event_name":"llm","error":null,"duration":700},"#
                    + #"{"event_type":"tool","inputs":{},"error":"boom"}]}"#)
        }
    }

    /// The identifier of a stored session is passed to the next call unchanged.
    @Test(arguments: TransportKind.allCases)
    func addsEventsToACreatedSession(kind: TransportKind) async throws {
        try await withServer { _, count in
            count == 1
                ? .text(
                    200,
                    """
                    {"event_id": "e", "session_id": "caf77ace-3417-4da4-944d-f4a0688f3c23", "org_id": "org_1",
                    "workspace_id": "ws_1", "project_id": "proj_1"}
                    """)
                : .text(200, #"{"success": true}"#)
        } _: { server, seen in
            let client = client(server, kind)
            let session = try await client.createSession(CreateSessionRequest(sessionID: "not a UUID"))
            _ = try await client.createEventBatch(
                sessionID: session.sessionID, CreateEventBatchRequest(events: [Event(eventType: .tool, inputs: [:])]))
            try expect(
                await seen.last, is: "POST /v1/sessions/caf77ace-3417-4da4-944d-f4a0688f3c23/events/batch", fields,
                #"{"events":[{"event_type":"tool","inputs":{}}]}"#)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func refusedAndHalfStoredBatchesHaveTypedErrors(kind: TransportKind) async throws {
        try await withServer { _, count in
            count == 1
                ? .text(
                    400,
                    """
                    {"statusCode": 400, "message": "events.0.inputs: Required", "success": false,
                    "errorCode": "VALIDATION_ERROR"}
                    """)
                : .text(500, #"{"statusCode": 500, "message": "Failed to store event 3", "success": false}"#)
        } _: { server, _ in
            func create() async throws {
                _ = try await client(server, kind).createEventBatch(
                    sessionID: sessionID, CreateEventBatchRequest(events: []))
            }
            await #expect { try await create() } throws: { error in
                guard case .badRequest(let body)? = error as? CreateEventBatchError else { return false }
                return body.body
                    == ErrorBody(
                        statusCode: 400, message: "events.0.inputs: Required", success: false,
                        errorCode: "VALIDATION_ERROR")
            }
            await #expect { try await create() } throws: { error in
                guard case .internalServerError(let body)? = error as? CreateEventBatchError else { return false }
                return body.body == ErrorBody(statusCode: 500, message: "Failed to store event 3", success: false)
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func errorsOfEveryUserAreDocumented(kind: TransportKind) async throws {
        let statuses = [401, 403, 404, 429, 503]
        try await withServer { _, count in
            let status = statuses[(count - 1) / 2]
            return .text(status, #"{"statusCode": \#(status), "message": "no", "success": false}"#)
        } _: { server, _ in
            for status in statuses {
                let expected = ErrorBody(statusCode: status, message: "no", success: false)
                await #expect {
                    try await client(server, kind).createSession(CreateSessionRequest())
                } throws: { error in
                    switch (status, error as? CreateSessionError) {
                    case (401, .unauthorized(let body)), (403, .forbidden(let body)), (404, .notFound(let body)),
                        (429, .tooManyRequests(let body)):
                        body.body == expected
                    case (500..., .serverError(let body)): body.status == status && body.body == expected
                    default: false
                    }
                }
                await #expect {
                    try await client(server, kind).createEventBatch(
                        sessionID: sessionID, CreateEventBatchRequest(events: []))
                } throws: { error in
                    switch (status, error as? CreateEventBatchError) {
                    case (401, .unauthorized(let body)), (403, .forbidden(let body)), (404, .notFound(let body)),
                        (429, .tooManyRequests(let body)):
                        body.body == expected
                    case (500..., .serverError(let body)): body.status == status && body.body == expected
                    default: false
                    }
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func otherStatusesAreUndocumented(kind: TransportKind) async throws {
        let statuses = undocumentedStatuses + [201]
        try await withServer { _, count in
            .text(statuses[(count - 1) / 2], "no")
        } _: { server, _ in
            for status in statuses {
                await #expect {
                    try await client(server, kind).createSession(CreateSessionRequest())
                } throws: { error in
                    guard case .undocumented(let response)? = error as? CreateSessionError else { return false }
                    return response.status == status && response.text == "no"
                }
                await #expect {
                    try await client(server, kind).createEventBatch(
                        sessionID: sessionID, CreateEventBatchRequest(events: []))
                } throws: { error in
                    guard case .undocumented(let response)? = error as? CreateEventBatchError else { return false }
                    return response.status == status
                }
            }
        }
    }
}
#endif
