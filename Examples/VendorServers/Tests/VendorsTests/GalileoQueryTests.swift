import ApusModels
import GalileoServer
import Testing

@testable import Vendors

/// Queries of three sessions: `checkout chat`, `refund call`, `Checkout mail`, in the order of their creation.
struct GalileoQueryTests {
    private func service(_ storage: StorageKind) async throws -> GalileoService {
        try await GalileoService(key: "secret", storage: storage.make(), samples: true)
    }

    private func page(_ query: String, of storage: StorageKind) async throws -> QuerySessionsResponse {
        try await service(storage).querySessions(
            projectID: GalileoService.demoProjectID, JSON.decode(from: Array(query.utf8)), apiKey: "secret")
    }

    /// Returns the first letters of the names, sorted: `C` for the mail, `c` for the chat, `r` for the call.
    private func found(_ query: String, in storage: StorageKind) async throws -> String {
        String(try await page(query, of: storage).records!.map { $0.name!.first! }.sorted())
    }

    @Test(
        arguments: StorageKind.with([
            (#""type":"text","column_id":"name","operator":"eq","value":"refund call""#, "r"),
            (#""type":"text","column_id":"name","operator":"ne","value":"refund call""#, "Cc"),
            (#""type":"text","column_id":"name","operator":"contains","value":"heckout""#, "Cc"),
            (#""type":"text","column_id":"name","operator":"contains","value":"Checkout""#, "C"),
            (
                #""type":"text","column_id":"name","operator":"contains","value":"CHECKOUT","case_sensitive":false"#,
                "Cc"
            ),
            (#""type":"text","column_id":"name","operator":"one_of","value":["refund call","checkout chat"]"#, "cr"),
            (#""type":"text","column_id":"name","operator":"not_in","value":["refund call","checkout chat"]"#, "C"),
            (#""type":"text","column_id":"output","operator":"ne","value":"refused""#, "Cc"),
            (#""type":"text","column_id":"user_metadata/channel","operator":"eq","value":"vip""#, "Cc"),
            (#""type":"text","column_id":"no_such_column","operator":"eq","value":"a""#, ""),
            (#""type":"id","column_id":"external_id","value":"chat""#, "c"),
            (#""type":"id","column_id":"external_id","operator":"one_of","value":["chat","mail"]"#, "Cc"),
            (#""type":"id","column_id":"external_id","operator":"not_in","value":["chat","mail"]"#, "r"),
            (#""type":"id","column_id":"external_id","operator":"contains","value":"ai""#, "C"),
            (#""type":"id","column_id":"project_id","value":"0D4E3799-3861-4759-875F-9AE14C167B0A""#, "Ccr"),
            (
                #""type":"date","column_id":"created_at","operator":"gt","value":"2026-01-06T12:30:00.000001+01:00""#,
                "C"
            ),
            (
                #""type":"date","column_id":"created_at","operator":"gte","value":"2026-01-06T12:30:00.000001+01:00""#,
                "Cr"
            ),
            (#""type":"date","column_id":"created_at","operator":"lt","value":"2026-01-06T11:30:00.000001Z""#, "c"),
            (#""type":"date","column_id":"created_at","operator":"lte","value":"2026-01-06T11:30:00.000001Z""#, "cr"),
            (#""type":"date","column_id":"created_at","operator":"eq","value":"2026-01-07T08:15:00+00:00""#, "C"),
            (#""type":"date","column_id":"created_at","operator":"ne","value":"2026-01-07T08:15:00+00:00""#, "cr"),
            (#""type":"number","column_id":"metrics/duration_ns","operator":"between","value":[900,1000]"#, "Cr"),
            (#""type":"number","column_id":"metrics/duration_ns","operator":"gt","value":1000.5"#, "c"),
            (#""type":"number","column_id":"metrics/toxicity","operator":"lte","value":0.25"#, "Ccr"),
            (#""type":"number","column_id":"status_code","operator":"eq","value":200.0"#, "Cc"),
            (#""type":"number","column_id":"status_code","operator":"ne","value":200"#, "r"),
            (#""type":"number","column_id":"name","operator":"lt","value":200"#, ""),
            (#""type":"boolean","column_id":"has_children","value":true"#, "Cc"),
            (#""type":"boolean","column_id":"has_children","value":false"#, "r"),
            (#""type":"collection","column_id":"tags","operator":"contains","value":"vip""#, "Cc"),
            (#""type":"collection","column_id":"tags","operator":"contains","value":["vip","web"]"#, ""),
            (
                #""type":"collection","column_id":"tags","operator":"contains","value":["vip","web"],"case_sensitive":false"#,
                "c"
            ),
            (#""type":"collection","column_id":"tags","operator":"eq","value":["Web","vip"]"#, "c"),
            (#""type":"collection","column_id":"tags","operator":"eq","value":"vip""#, "C"),
            (#""type":"collection","column_id":"tags","operator":"not_in","value":["phone","Web"]"#, "C"),
        ]))
    func filters(_ storage: StorageKind, _ filter: String, _ names: String) async throws {
        #expect(try await found(#"{"filters":[{\#(filter)}]}"#, in: storage) == names)
    }

    @Test(arguments: StorageKind.allCases) func allFiltersHaveToMatch(_ storage: StorageKind) async throws {
        let filters = """
            {"filters":[{"type":"boolean","column_id":"has_children","value":true},
            {"type":"text","column_id":"name","operator":"contains","value":"chat"}],
            "filter_tree":{"filter":{"column_id":"status_code","value":200}}}
            """
        #expect(try await found(filters, in: storage) == "c")
    }

    @Test(
        arguments: StorageKind.with([
            (#"{"filter":{"name":"output","operator":"contains","value":"refused"}}"#, "r"),
            (#"{"filter":{"column_id":"name","value":"refund call"}}"#, "r"),
            (#"{"filter":{"column_id":"name","operator":null,"value":"refund call"}}"#, "r"),
            (#"{"filter":{"column_id":"output","value":null}}"#, "C"),
            (#"{"filter":{"column_id":"created_at","operator":"gte","value":"2026-01-06"}}"#, "Cr"),
            (#"{"filter":{"column_id":"metrics/duration_ns","operator":"between","value":[1,1000]}}"#, "Cr"),
            (#"{"filter":{"column_id":"name","operator":"gt","value":"d"}}"#, "r"),
            (#"{"filter":{"column_id":"tags","operator":"one_of","value":["phone","Web"]}}"#, "cr"),
            (#"{"filter":{"column_id":"name","operator":"contains","value":"CALL","case_sensitive":false}}"#, "r"),
            (#"{"not":{"filter":{"column_id":"status_code","value":200}}}"#, "r"),
            (#"{"and":[]}"#, "Ccr"),
            (#"{"or":[]}"#, ""),
            (
                """
                {"and":[{"or":[{"filter":{"column_id":"input","operator":"contains","value":"PARCEL","case_sensitive":false}},
                {"filter":{"name":"output","operator":"contains","value":"xyz"}}]},
                {"not":{"filter":{"column_id":"name","operator":"contains","value":"chat"}}}]}
                """, "C"
            ),
        ]))
    func trees(_ storage: StorageKind, _ tree: String, _ names: String) async throws {
        #expect(try await found(#"{"filter_tree":\#(tree)}"#, in: storage) == names)
    }

    @Test(
        arguments: StorageKind.with([
            ("", "Crc"),
            (#""sort":{"column_id":"created_at"}"#, "crC"),
            (#""sort":{"column_id":"name"}"#, "Ccr"),
            (#""sort":{"column_id":"metrics/duration_ns","ascending":false}"#, "cCr"),
            // Sessions without a value come last in both directions, and equal ones with the newest first.
            (#""sort":{"column_id":"output"}"#, "crC"),
            (#""sort":{"column_id":"output","ascending":false}"#, "rcC"),
            (#""sort":{"column_id":"status_code"}"#, "Ccr"),
        ]))
    func orders(_ storage: StorageKind, _ sort: String, _ names: String) async throws {
        #expect(String(try await page("{\(sort)}", of: storage).records!.map { $0.name!.first! }) == names)
    }

    @Test(arguments: StorageKind.allCases) func pages(_ storage: StorageKind) async throws {
        let service = try await service(storage)
        func page(_ query: QuerySessionsRequest) async throws -> QuerySessionsResponse {
            try await service.querySessions(projectID: GalileoService.demoProjectID, query, apiKey: "secret")
        }
        let first = try await page(.init(limit: 2))
        #expect((first.numRecords, first.startingToken, first.limit) == (2, 0, 2))
        #expect((first.paginated, first.nextStartingToken) == (true, 2))
        #expect(first.lastRowID == first.records?.last?.id)
        let second = try await page(.init(startingToken: 2, limit: 2))
        #expect((second.numRecords, second.startingToken, second.nextStartingToken) == (1, 2, nil))
        #expect(second.paginated == true)
        let whole = try await page(.init())
        #expect((whole.numRecords, whole.limit, whole.paginated, whole.nextStartingToken) == (3, 100, false, nil))
        #expect(try await page(.init(startingToken: 9)).numRecords == 0)
        #expect(try await page(.init(startingToken: -1, limit: -1)).nextStartingToken == nil)

        // The row of the page before tells where the next one begins, because a new session moves the offset.
        let row = try #require(try await page(.init(limit: 1)).lastRowID)
        let next = try await page(.init(startingToken: 2, limit: 1, previousLastRowID: .value(row)))
        #expect((next.startingToken, next.nextStartingToken, next.records?.first?.name) == (1, 2, "refund call"))
    }

    @Test func longTextsAreCut() throws {
        let record = SessionRecord(
            id: UUID(), projectID: UUID(), runID: UUID(), input: .string(String(repeating: "a", count: 5000)))
        for (cuts, count) in [(true, 1000), (false, 5000)] {
            let query = QuerySessionsRequest(truncateFields: cuts)
            let page = try SessionQuery(request: query).page(of: [StoredSession(record, scope: .init())])
            guard case .session(let found)? = page.records?.first, case .string(let text)? = found.input else {
                Issue.record("the page has no session with an input")
                return
            }
            #expect(text.count == count)
        }
    }
}
