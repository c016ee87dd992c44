import ApusRuntime
import ApusServer
import Galtea
import HTTPTypes
import Testing

@testable import Vendors

struct GalteaServiceTests {
    private let service = GalteaService()

    private func client(_ key: String) -> GalteaClient {
        let transport = InMemoryTransport()
        transport.register(service.responder)
        return GalteaClient(token: key, transport: transport)
    }

    private func send(_ body: String, key: String = "gsk_1") async throws -> Exchange {
        try await Exchange(service.responder, "/sessions", body, headers: [.authorization: "Bearer \(key)"])
    }

    @Test func contexts() async throws {
        let text = try await client("gsk_1").createSession(.init(versionID: "v", context: "Returning buyer"))
        #expect(text.context == ["value": "Returning buyer"])
        let object = try await client("gsk-1").createSession(.init(versionID: "v", context: .object(["a": 1])))
        #expect(object.context == ["a": 1])
        #expect(object.id != text.id)
    }

    @Test(arguments: [
        (#"{"versionId":"v"}"#, true),
        (#"{"versionId":"v","isProduction":null}"#, true),
        (#"{"versionId":"v","isProduction":true}"#, true),
        (#"{"versionId":"v","isProduction":false}"#, false),
        (#"{"versionId":"v","testCaseId":"t"}"#, false),
        (#"{"versionId":"v","testCaseId":"t","isProduction":null}"#, false),
        (#"{"versionId":"v","testCaseId":"t","isProduction":false}"#, false),
        (#"{"productId":"p","isProduction":false}"#, false),
    ])
    func kinds(_ body: String, _ isProduction: Bool) async throws {
        let exchange = try await send(body)
        #expect((exchange.status, exchange.body["isProduction"]) == (201, .bool(isProduction)))
        #expect(exchange.body["status"] == "COMPLETED")
    }

    @Test(arguments: [
        (#"{"versionId":"v","testCaseId":"t","isProduction":true}"#, "A session with a testCaseId cannot be"),
        (#"{"versionId":"v","testCaseId":"t","context":"a"}"#, "A session with a testCaseId takes its context"),
        (#"{"customId":"a"}"#, "versionId: must be present"),
        (#"{"versionId":"v","status":"OPEN"}"#, "status: "),
        ("{", "must be"),
    ])
    func refusals(_ body: String, _ message: String) async throws {
        let exchange = try await send(body)
        #expect((exchange.status, exchange.body["error"]) == (400, "Bad Request"))
        #expect(exchange.body["message"]?.string?.contains(message) == true)
    }

    @Test(arguments: ["gsk", "gsk_", "sk_1", "GSK_1"]) func otherKeys(_ key: String) async throws {
        let exchange = try await send(#"{"versionId":"v"}"#, key: key)
        #expect(exchange.status == 401)
        #expect(exchange.body == ["error": "Unauthorized", "message": "Invalid API key"])
        #expect(exchange.headers[.wwwAuthenticate] != nil)
    }

    @Test func lists() async throws {
        for name in ["a", "b", "c"] {
            _ = try await client("gsk_1").createSession(.init(versionID: "v", customID: name))
        }
        func names(_ pairs: [(String, String)]) -> [String?] {
            service.sessions(matching: SessionList(pairs)).map(\.customID)
        }
        #expect(names([("versionIds[]", "v")]) == ["a", "b", "c"])
        #expect(names([("customIds[]", "c"), ("customIds[]", "a")]) == ["a", "c"])
        #expect(names([("sort[]", "createdAt"), ("sort[]", "desc"), ("limit", "2"), ("offset", "1")]) == ["b", "a"])
        #expect(names([("versionIds", "w")]).isEmpty)
        #expect(names([("statuses[]", "FAILED")]).isEmpty)
        #expect(names([("fromCreatedAt", "2000-01-01T00:00:00Z"), ("toCreatedAt", "2000-01-01T00:00:00Z")]).isEmpty)
    }
}
