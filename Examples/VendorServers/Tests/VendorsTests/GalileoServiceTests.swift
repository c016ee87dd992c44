import ApusRuntime
import ApusServer
import Foundation
import Galileo
import HTTPTypes
import Testing

@testable import Vendors

struct GalileoServiceTests {
    private let project = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!

    private func service(_ storage: StorageKind) async throws -> GalileoService {
        try await GalileoService(key: "secret", storage: storage.make(), samples: true)
    }

    private func client(_ storage: StorageKind) async throws -> GalileoClient {
        let transport = InMemoryTransport()
        transport.register(try await service(storage).responder)
        return GalileoClient(apiKey: "secret", transport: transport)
    }

    @Test(arguments: StorageKind.allCases) func creates(_ storage: StorageKind) async throws {
        let client = try await client(storage)
        let session = try await client.createSession(projectID: project, .init(name: "nightly", externalID: "run-42"))
        #expect((session.projectName, session.externalID) == ("demo", "run-42"))
        let search = QuerySessionsRequest(filters: [.text(.init(columnID: "name", operator: .eq, value: "nightly"))])
        var found: [UUID] = []
        for try await record in client.querySessionsPages(projectID: project, search).items {
            if case .session(let record) = record { found.append(record.id) }
        }
        #expect(found == [session.id])
    }

    @Test(arguments: StorageKind.allCases) func pages(_ storage: StorageKind) async throws {
        let client = try await client(storage)
        var names: [String?] = []
        for try await record in client.querySessionsPages(projectID: project, .init(limit: 1)).items {
            names.append(record.name)
        }
        #expect(names == ["Checkout mail", "refund call", "checkout chat"])
    }

    @Test(arguments: StorageKind.allCases) func defaults(_ storage: StorageKind) async throws {
        let client = try await client(storage)
        let other = UUID()
        let session = try await client.createSession(projectID: other, .init(logStreamID: .value(project)))
        #expect(session.name?.isEmpty == false)
        let found = try await client.querySessions(projectID: other, .init(logStreamID: .value(project)))
        #expect(found.records?.map(\.id) == [session.id])
        #expect(found.records?.first?.runID == project)
        #expect(try await client.querySessions(projectID: other, .init(experimentID: .value(project))).numRecords == 0)
    }

    private func send(
        _ path: String, _ body: String, to storage: StorageKind = .memory, key: String = "secret"
    ) async throws -> Exchange {
        try await Exchange(
            service(storage).responder, "/v2/projects/\(project)/\(path)", body,
            headers: [HTTPField.Name("Galileo-API-Key")!: key])
    }

    /// Forms that the description does not have.
    @Test(
        arguments: StorageKind.with([
            (#"{"type":"text","name":"name","operator":"contains","value":"call"}"#, 1),
            (#"{"type":"boolean","column_id":"has_children","operator":"ne","value":false}"#, 2),
            (#"{"type":"boolean","column_id":"has_children","operator":"eq","value":false}"#, 1),
            (#"{"type":"collection","column_id":"tags","operator":"one_of","value":["phone","Web"]}"#, 2),
            (#"{"column_id":"has_children","value":true}"#, 2),
            (#"{"column_id":"external_id","value":"chat"}"#, 1),
            (#"{"column_id":"status_code","operator":"eq","value":200}"#, 2),
        ]))
    func otherForms(_ storage: StorageKind, _ filter: String, _ count: Int) async throws {
        let exchange = try await send("sessions/search", #"{"filters":[\#(filter)]}"#, to: storage)
        #expect(exchange.body["num_records"]?.integer == count)
        let tree = #"{"filter":{"column_id":"name","operator":"contains","value":"mail"}}"#
        let both = try await send("sessions/search", #"{"filters":[\#(filter)],"filter_tree":\#(tree)}"#, to: storage)
        #expect(try #require(both.body["num_records"]?.integer) <= 1)
    }

    @Test(arguments: [
        ("123456789012345678901234567890", 3), ("1e300", 3), ("-123456789012345678901234567890", 0), ("2", 2),
    ])
    func limitsOfManyDigits(_ limit: String, _ count: Int) async throws {
        let exchange = try await send("sessions/search", #"{"limit":\#(limit)}"#)
        #expect((exchange.status, exchange.body["num_records"]?.integer) == (200, count))
    }

    @Test func refusals() async throws {
        let invalid = try await send(
            "sessions/search", #"{"filters":[{"type":"text","column_id":"name","operator":"gt","value":"a"}]}"#)
        #expect(invalid.status == 422)
        #expect(invalid.body["detail"]?[0]?["loc"] == ["body", "filters", 0, "operator"])
        #expect(try await send("sessions", "{").status == 422)
        // It might be a filter of identifiers, of texts or of a list.
        let unclear = #"{"filters":[{"column_id":"name","operator":"eq","value":"a"}]}"#
        #expect(try await send("sessions/search", unclear).status == 422)
        #expect(try await send("sessions/search", #"{"limit":1.5}"#).status == 422)
        let text = try await Exchange(
            service(.memory).responder, "/v2/projects/\(project)/sessions", "{}",
            headers: [HTTPField.Name("Galileo-API-Key")!: "secret"], contentType: "text/plain")
        #expect((text.status, text.body["detail"]?[0]?["loc"]) == (422, ["header"]))
        let stranger = try await send("sessions", "{}", key: "other")
        #expect((stranger.status, stranger.body["detail"]) == (401, "the credentials are not valid"))
    }
}
