#if LoopbackTests
import ApusRuntime
import Galtea
import HTTPTypes
import LoopbackSupport
import Testing

private let fields = [
    "Accept": "application/json", "Content-Type": "application/json", "Authorization": "Bearer gsk_1",
]

private func client(_ server: String, _ kind: TransportKind, token: String = "gsk_1") -> GalteaClient {
    GalteaClient(token: token, server: server, transport: kind.make())
}

@Suite(.serialized, .timeLimit(.minutes(1)))
struct GalteaTests {
    @Test(arguments: TransportKind.allCases)
    func createsASession(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(
                201,
                """
                {"id": "session_123", "customId": "my-session-1", "versionId": "ver_123", "userId": null,
                "testCaseId": null, "context": {"value": "Returning buyer"}, "stoppingReason": null, "error": null,
                "status": "ARCHIVED", "isProduction": true, "metadata": {"channel": "web", "n": 1},
                "createdAt": "2026-01-05T10:00:00.000Z", "deletedAt": null}
                """)
        } _: { server, seen in
            let response = try await client(server, kind).createSessionWithResponse(
                CreateSessionRequest(
                    versionID: "ver_123", customID: "my-session-1", isProduction: true,
                    context: .string("Returning buyer"), metadata: ["channel": "web", "n": 1]))
            #expect(response.status == 201)
            #expect(
                response.body
                    == Session(
                        id: "session_123", customID: "my-session-1", versionID: "ver_123",
                        context: ["value": "Returning buyer"], status: .unrecognized("ARCHIVED"), isProduction: true,
                        metadata: ["channel": "web", "n": 1], createdAt: DateTime("2026-01-05T10:00:00.000Z")))
            try expect(
                await seen.last, is: "POST /sessions", fields,
                #"{"versionId":"ver_123","customId":"my-session-1","isProduction":true,"context":"Returning buyer","#
                    + #""metadata":{"channel":"web","n":1}}"#)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func bothFormsOfKeysAndContexts(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(201, "{}")
        } _: { server, seen in
            for token in ["gsk_abc", "gsk-abc"] {
                let session = try await client(server, kind, token: token).createSession(
                    CreateSessionRequest(
                        versionID: "ver_123", isProduction: .null, context: .object(["source": "otel"]),
                        status: .pending)
                )
                #expect(session == Session())
                var fields = fields
                fields["Authorization"] = "Bearer " + token
                try expect(
                    await seen.last, is: "POST /sessions", fields,
                    #"{"versionId":"ver_123","isProduction":null,"context":{"source":"otel"},"status":"PENDING"}"#)
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func documentedErrorsAreTyped(kind: TransportKind) async throws {
        try await withServer { _, count in
            switch count {
            case 1: .text(400, #"{"error": "Bad Request", "message": "testCaseId cannot be combined"}"#)
            case 2: .text(401, #"{"error": "Unauthorized", "message": "Invalid API key"}"#)
            default: .text(404, #"{"message": "Version not found"}"#)
            }
        } _: { server, _ in
            func create() async throws {
                _ = try await client(server, kind).createSession(CreateSessionRequest(versionID: "ver_123"))
            }
            await #expect { try await create() } throws: { error in
                guard case .badRequest(let body)? = error as? CreateSessionError else { return false }
                return body.body == ErrorBody(error: "Bad Request", message: "testCaseId cannot be combined")
            }
            await #expect { try await create() } throws: { error in
                guard case .unauthorized(let body)? = error as? CreateSessionError else { return false }
                return body.body == ErrorBody(error: "Unauthorized", message: "Invalid API key")
            }
            await #expect { try await create() } throws: { error in
                guard case .notFound(let body)? = error as? CreateSessionError else { return false }
                return body.body == ErrorBody(message: "Version not found")
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func errorsOfEveryUserAreDocumented(kind: TransportKind) async throws {
        let statuses = [403, 429, 500, 503]
        try await withServer { _, count in
            .text(statuses[count - 1], #"{"error": "Error", "message": "no"}"#)
        } _: { server, _ in
            let expected = ErrorBody(error: "Error", message: "no")
            for status in statuses {
                await #expect {
                    try await client(server, kind).createSession(CreateSessionRequest(versionID: "ver_123"))
                } throws: { error in
                    switch (status, error as? CreateSessionError) {
                    case (403, .forbidden(let body)), (429, .tooManyRequests(let body)): body.body == expected
                    case (500..., .serverError(let body)): body.status == status && body.body == expected
                    default: false
                    }
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aPageOfAnUnknownRouteIsNoErrorBody(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(404, "<html>Not Found", [.contentType: "text/html"])
        } _: { server, _ in
            await #expect {
                try await client(server, kind).createSession(CreateSessionRequest(versionID: "ver_123"))
            } throws: { error in
                guard case .undocumented(let response)? = error as? CreateSessionError else { return false }
                return response.status == 404 && response.text == "<html>Not Found"
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func otherStatusesAreUndocumented(kind: TransportKind) async throws {
        let statuses = undocumentedStatuses + [200, 422]
        try await withServer { _, count in
            .text(statuses[count - 1], "{}")
        } _: { server, _ in
            for status in statuses {
                await #expect {
                    try await client(server, kind).createSession(CreateSessionRequest(versionID: "ver_123"))
                } throws: { error in
                    guard case .undocumented(let response)? = error as? CreateSessionError else { return false }
                    return response.status == status
                }
            }
        }
    }
}
#endif
