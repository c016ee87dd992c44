import ApusRuntime
import ApusServer
import Galtea
import HTTPTypes
import Testing

@testable import Vendors

struct GalteaServiceTests {
    private func service(_ storage: StorageKind) throws -> GalteaService { GalteaService(storage: try storage.make()) }

    private func client(of service: GalteaService, key: String = "gsk_1") -> GalteaClient {
        let transport = InMemoryTransport()
        transport.register(service.responder)
        return GalteaClient(token: key, transport: transport)
    }

    private func send(_ body: String, to storage: StorageKind, key: String = "gsk_1") async throws -> Exchange {
        try await send(body, through: service(storage), key: key)
    }

    private func send(_ body: String, through service: GalteaService, key: String = "gsk_1") async throws -> Exchange {
        try await Exchange(service.responder, "/sessions", body, headers: [.authorization: "Bearer \(key)"])
    }

    @Test(arguments: StorageKind.allCases) func contexts(_ storage: StorageKind) async throws {
        let service = try service(storage)
        let text = try await client(of: service).createSession(.init(versionID: "v", context: "Returning buyer"))
        #expect(text.context == ["value": "Returning buyer"])
        let object = try await client(of: service, key: "gsk-1").createSession(
            .init(versionID: "v", context: .object(["a": 1])))
        #expect(object.context == ["a": 1])
        #expect(object.id != text.id)
        #expect(try await service.session(text.id ?? "")?.context == text.context)
        #expect(try await service.session("session_0") == nil)
    }

    @Test(
        arguments: StorageKind.with([
            (#"{"versionId":"v"}"#, true),
            (#"{"versionId":"v","isProduction":null}"#, true),
            (#"{"versionId":"v","isProduction":true}"#, true),
            (#"{"versionId":"v","isProduction":false}"#, false),
            (#"{"versionId":"v","testCaseId":"t"}"#, false),
            (#"{"versionId":"v","testCaseId":"t","isProduction":null}"#, false),
            (#"{"versionId":"v","testCaseId":"t","isProduction":false}"#, false),
            (#"{"productId":"p","isProduction":false}"#, false),
            (#"{"versionId":null,"productId":"p"}"#, true),
            (#"{"versionId":"v","runId":"r","isProduction":false}"#, false),
            (#"{"versionId":"v","runId":"r","testCaseId":"t"}"#, false),
        ]))
    func kinds(_ storage: StorageKind, _ body: String, _ isProduction: Bool) async throws {
        let exchange = try await send(body, to: storage)
        #expect((exchange.status, exchange.body["isProduction"]) == (201, .bool(isProduction)))
        #expect(exchange.body["status"] == "COMPLETED")
    }

    @Test(arguments: [
        (#"{"versionId":"v","testCaseId":"t","isProduction":true}"#, "A session with a testCaseId cannot be"),
        (#"{"versionId":"v","testCaseId":"t","context":"a"}"#, "A session with a testCaseId takes its context"),
        (#"{"versionId":"v","runId":"r"}"#, "runId: a production session cannot belong to a run"),
        (#"{"versionId":"v","runId":"r","isProduction":null}"#, "runId: a production session cannot belong to a run"),
        (#"{"customId":"a"}"#, "versionId: must be present"),
        (#"{"versionId":"v","status":"OPEN"}"#, "status: "),
        ("{", "must be"),
    ])
    func refusals(_ body: String, _ message: String) async throws {
        let exchange = try await send(body, to: .memory)
        #expect((exchange.status, exchange.body["error"]) == (400, "Bad Request"))
        #expect(exchange.body["message"]?.string?.contains(message) == true)
    }

    @Test(arguments: ["gsk", "gsk_", "sk_1", "GSK_1"]) func otherKeys(_ key: String) async throws {
        let exchange = try await send(#"{"versionId":"v","runId":"r"}"#, to: .memory, key: key)
        #expect(exchange.status == 401)
        #expect(exchange.body == ["error": "Unauthorized", "message": "Invalid API key"])
        #expect(exchange.headers[.wwwAuthenticate] != nil)
    }

    @Test func otherMethods() async throws {
        let exchange = try await Exchange(service(.memory).responder, method: .patch, "/sessions", "{}", headers: [:])
        #expect((exchange.status, exchange.body["error"]) == (405, "Method Not Allowed"))
    }

    @Test(arguments: StorageKind.allCases) func lists(_ storage: StorageKind) async throws {
        let service = try service(storage)
        for name in ["a", "b", "c"] {
            _ = try await client(of: service).createSession(.init(versionID: "v", customID: name))
        }
        func names(_ pairs: [(String, String)]) async throws -> [String?] {
            try await service.sessions(matching: SessionList(pairs)).map(\.customID)
        }
        #expect(try await names([("versionIds[]", "v")]) == ["a", "b", "c"])
        #expect(try await names([("customIds[]", "c"), ("customIds[]", "a")]) == ["a", "c"])
        #expect(
            try await names([("sort[]", "createdAt"), ("sort[]", "desc"), ("limit", "2"), ("offset", "1")]) == [
                "b", "a",
            ])
        let ofProduct = try await send(#"{"productId":"p","customId":"d"}"#, through: service)
        #expect(ofProduct.body["versionId"] == "ver_of_p")
        #expect(try await names([("productIds[]", "p")]) == ["d"])
        #expect(try await names([("productIds[]", "v")]).isEmpty)
        #expect(try await names([("versionIds", "w")]).isEmpty)
        #expect(try await names([("statuses[]", "FAILED")]).isEmpty)
        #expect(
            try await names([("fromCreatedAt", "2000-01-01T00:00:00Z"), ("toCreatedAt", "2000-01-01T00:00:00Z")])
                .isEmpty)
    }
}
