#if LoopbackTests
import ApusRuntime
import Galileo
import Galtea
import LoopbackSupport
import Testing

/// Received values that the description does not list are kept, and are sent again only on request.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct KeptTests {
    private let project = UUID()

    @Test(arguments: TransportKind.allCases)
    func aRecordThatCannotBeReadCostsNothingButItself(kind: TransportKind) async throws {
        let ids = """
            "id": "1a0939d1-8b43-4fe3-a91c-196e2d9847e3", "project_id": "0d4e3799-3861-4759-875f-9ae14c167b0a",
            "run_id": "74aec44e-ec21-4c9f-a3e2-b2ab2b81b4db"
            """
        let page = """
            {"num_records": 4, "records": [{"type": "session", \(ids), "name": "a"}, {"type": "session", "id": 7},
            {"type": "session", \(ids), "tags": {"newer": true}}, {"type": "guard", "stage": "pre"}]}
            """
        try await withServer { _, _ in
            .text(200, page)
        } _: { server, seen in
            func query(_ configuration: ClientConfiguration) async throws(QuerySessionsError) -> QuerySessionsResponse {
                let client = GalileoClient(
                    apiKey: "k", server: server, transport: kind.make(), configuration: configuration)
                return try await client.querySessions(
                    projectID: project,
                    QuerySessionsRequest(filters: [
                        .number(NumberFilter(columnID: "n", operator: .eq, value: 9_007_199_254_740_993)),
                        .number(NumberFilter(columnID: "n", operator: .between, value: [9_007_199_254_740_993, 1e16])),
                    ]))
            }
            let records = try #require(try await query(ClientConfiguration()).records)
            #expect(records.count == 4)
            guard case .session(let found) = records[0] else { throw Unexpected() }
            #expect(found.name == "a")
            #expect(records[1] == .unrecognized(["type": "session", "id": 7]))
            guard case .unrecognized(let newer) = records[2] else { throw Unexpected() }
            #expect(newer["tags"] == ["newer": true])
            #expect(records[3] == .unrecognized(["type": "guard", "stage": "pre"]))
            let sent = String(decoding: try #require(await seen.last).body, as: UTF8.self)
            #expect(sent.contains(#""value":9007199254740993}"#))
            #expect(sent.contains(#""value":[9007199254740993,1e+16]}"#))
            await #expect {
                _ = try await query(ClientConfiguration(validatesResponses: true))
            } throws: { error in
                guard case .validation(let error)? = error as? QuerySessionsError else { return false }
                return error.violations.map(\.pointer) == ["/records/1/id", "/records/2/tags", "/records/3"]
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func anUnlistedValueIsNotSent(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(201, #"{"id": "s", "status": "ARCHIVED"}"#)
        } _: { server, seen in
            func create(_ configuration: ClientConfiguration) async throws(Galtea.CreateSessionError) -> Galtea.Session
            {
                let client = GalteaClient(
                    token: "gsk_1", server: server, transport: kind.make(), configuration: configuration)
                return try await client.createSession(
                    Galtea.CreateSessionRequest(versionID: "v", status: .unrecognized("ARCHIVED")))
            }
            func violations(_ configuration: ClientConfiguration) async -> [String] {
                do throws(Galtea.CreateSessionError) { _ = try await create(configuration) } catch {
                    guard case .validation(let error) = error else { return ["\(error)"] }
                    return error.violations.map { "\($0.pointer) \($0.keyword)" }
                }
                return []
            }
            #expect(await violations(ClientConfiguration()) == ["/status enum"])
            #expect(await seen.requests.isEmpty)
            let session = try await create(ClientConfiguration(validatesRequests: false))
            #expect(session.status == .unrecognized("ARCHIVED"))
            #expect(await seen.requests.count == 1)
            #expect(
                await violations(ClientConfiguration(validatesRequests: false, validatesResponses: true))
                    == ["/status enum"])
        }
    }
}

private struct Unexpected: Error {}
#endif
