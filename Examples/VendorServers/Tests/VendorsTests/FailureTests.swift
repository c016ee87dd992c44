import ApusServer
import HTTPTypes
import Testing

@testable import Vendors

/// Errors of the storage, which no description lists: a status 500 in the form of the vendor's errors.
struct FailureTests {
    private struct FailingStorage: Storage {
        struct Failure: Error {}

        func read<Result: Sendable>(
            _ body: @escaping @Sendable (any StoredDocuments) throws -> Result
        ) async throws -> Result { throw Failure() }

        func change<Result: Sendable>(
            _ body: @escaping @Sendable (any StoredDocuments) throws -> (saved: [Document], result: Result)
        ) async throws -> Result { throw Failure() }
    }

    @Test func galtea() async throws {
        let exchange = try await Exchange(
            GalteaService(storage: FailingStorage()).responder, "/sessions", #"{"versionId":"v"}"#,
            headers: [.authorization: "Bearer gsk_1"])
        #expect(exchange.status == 500)
        #expect(exchange.body == ["error": "Internal Server Error", "message": "Internal Server Error"])
    }

    @Test func honeyHive() async throws {
        let exchange = try await Exchange(
            HoneyHiveService(storage: FailingStorage()).responder, "/v1/sessions", "{}",
            headers: [.authorization: "Bearer hh_1"])
        #expect(exchange.status == 500)
        #expect(exchange.body == ["statusCode": 500, "message": "Internal Server Error", "success": false])
    }
}
