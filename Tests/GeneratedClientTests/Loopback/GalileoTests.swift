#if LoopbackTests
import ApusRuntime
import Galileo
import HTTPTypes
import Hummingbird
import LoopbackSupport
import Testing

private let project = UUID(uuidString: "0D4E3799-3861-4759-875F-9AE14C167B0A")!
private let stream = UUID(uuidString: "74AEC44E-EC21-4C9F-A3E2-B2AB2B81B4DB")!
private let session = UUID(uuidString: "1A0939D1-8B43-4FE3-A91C-196E2D9847E3")!
private let fields = ["Accept": "application/json", "Content-Type": "application/json", "Galileo-API-Key": "k-1"]
private let path = "/v2/projects/0d4e3799-3861-4759-875f-9ae14c167b0a/sessions"

private func client(_ server: String, _ kind: TransportKind) -> GalileoClient {
    // Tests count requests.
    GalileoClient(
        apiKey: "k-1", server: server, transport: kind.make(), configuration: ClientConfiguration(retry: .none))
}

@Suite(.serialized, .timeLimit(.minutes(1)))
struct GalileoTests {
    // MARK: Create session

    @Test(arguments: TransportKind.allCases)
    func createsASession(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(
                200,
                """
                {"id": "1a0939d1-8b43-4fe3-a91c-196e2d9847e3", "name": null, "project_name": "demo",
                "project_id": "0d4e3799-3861-4759-875f-9ae14c167b0a", "external_id": "cust-42", "newer": [1]}
                """)
        } _: { server, seen in
            let response = try await client(server, kind).createSessionWithResponse(
                projectID: project,
                CreateSessionRequest(
                    logStreamID: .value(stream), experimentID: .null, loggingMethod: .pythonClient,
                    clientVersion: "tests/1.0", name: "checkout “chat”", externalID: "cust-42"))
            #expect(response.status == 200)
            #expect(response.header("content-type") == "application/json")
            #expect(
                response.body
                    == Session(
                        id: session, name: nil, projectID: project, projectName: "demo", externalID: "cust-42"))
            try expect(
                await seen.last, is: "POST " + path, fields,
                #"{"log_stream_id":"74aec44e-ec21-4c9f-a3e2-b2ab2b81b4db","experiment_id":null,"#
                    + #""logging_method":"python_client","client_version":"tests/1.0","#
                    + #""name":"checkout “chat”","external_id":"cust-42"}"#)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func leavesOutWhatIsNotGiven(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(422, "{}")
        } _: { server, seen in
            _ = try? await client(server + "/base/", kind).createSession(projectID: project, CreateSessionRequest())
            try expect(
                await seen.last, is: "POST /base" + path, fields, "{}")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func invalidRequestsHaveTypedProblems(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(
                422,
                """
                {"detail": [
                  {"loc": ["path", "project_id"], "msg": "Input should be a valid UUID", "type": "uuid_parsing"},
                  {"loc": ["body", "filters", 0, "text", "operator"], "msg": "no", "type": "literal_error"}]}
                """)
        } _: { server, _ in
            let problems = HTTPValidationError(
                detail: .problems([
                    RequestProblem(
                        loc: [.string("path"), .string("project_id")], msg: "Input should be a valid UUID",
                        type: "uuid_parsing"),
                    RequestProblem(
                        loc: [.string("body"), .string("filters"), .integer(0), .string("text"), .string("operator")],
                        msg: "no", type: "literal_error"),
                ]))
            await #expect {
                try await client(server, kind).createSession(projectID: project, CreateSessionRequest())
            } throws: { error in
                guard case .unprocessableContent(problems)? = error as? CreateSessionError else { return false }
                return true
            }
            await #expect {
                try await client(server, kind).querySessions(projectID: project, QuerySessionsRequest())
            } throws: { error in
                guard case .unprocessableContent(problems)? = error as? QuerySessionsError else { return false }
                return true
            }
        }
    }

    /// The service returns a list of errors from request validation, and a text for other errors.
    @Test(arguments: TransportKind.allCases)
    func aProblemCanBeAText(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(422, #"{"detail": "The log stream is of another project"}"#)
        } _: { server, _ in
            await #expect {
                try await client(server, kind).createSession(projectID: project, CreateSessionRequest())
            } throws: { error in
                guard case .unprocessableContent(let body)? = error as? CreateSessionError else { return false }
                return body.detail == .text("The log stream is of another project")
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func errorsOfEveryUserAreDocumented(kind: TransportKind) async throws {
        let statuses = [401, 403, 404, 429, 500, 503]
        try await withServer { _, count in
            .text(statuses[(count - 1) / 2], #"{"detail": "no"}"#)
        } _: { server, _ in
            for status in statuses {
                await #expect {
                    try await client(server, kind).createSession(projectID: project, CreateSessionRequest())
                } throws: { error in
                    switch (status, error as? CreateSessionError) {
                    case (401, .unauthorized(let body)), (403, .forbidden(let body)), (404, .notFound(let body)),
                        (429, .tooManyRequests(let body)):
                        body.detail == .text("no")
                    case (500..., .serverError(let body)): body.status == status && body.detail == .text("no")
                    default: false
                    }
                }
                await #expect {
                    try await client(server, kind).querySessions(projectID: project, QuerySessionsRequest())
                } throws: { error in
                    switch (status, error as? QuerySessionsError) {
                    case (401, .unauthorized(let body)), (403, .forbidden(let body)), (404, .notFound(let body)),
                        (429, .tooManyRequests(let body)):
                        body.detail == .text("no")
                    case (500..., .serverError(let body)): body.status == status && body.detail == .text("no")
                    default: false
                    }
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func otherStatusesAreUndocumented(kind: TransportKind) async throws {
        try await withServer { request, _ in
            let status = Int(request.headers[HTTPField.Name("Galileo-API-Key")!] ?? "") ?? 0
            return .text(status, #"{"detail": "no"}"#)
        } _: { server, _ in
            for status in undocumentedStatuses + [201] {
                let client = GalileoClient(
                    apiKey: "\(status)", server: server, transport: kind.make(),
                    configuration: ClientConfiguration(retry: .none))
                await #expect {
                    try await client.createSession(projectID: project, CreateSessionRequest())
                } throws: { error in
                    guard case .undocumented(let response)? = error as? CreateSessionError else { return false }
                    return response.status == status && response.text == #"{"detail": "no"}"#
                }
                await #expect {
                    try await client.querySessions(projectID: project, QuerySessionsRequest())
                } throws: { error in
                    guard case .undocumented(let response)? = error as? QuerySessionsError else { return false }
                    return response.status == status
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aBodyThatIsNotDescribedIsShown(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, #"{"id": "x"}"#)
        } _: { server, _ in
            await #expect {
                try await client(server, kind).createSession(projectID: project, CreateSessionRequest())
            } throws: { error in
                guard case .decoding(let failure)? = error as? CreateSessionError,
                    case .json(let reason) = failure.reason
                else { return false }
                return failure.operationID == "createSession" && reason.pointer == "/id"
                    && failure.excerpt == #"{"id": "x"}"#
            }
        }
    }

    // MARK: Query sessions

    @Test(arguments: TransportKind.allCases)
    func queriesWithEveryFilter(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, allTypes)
        } _: { server, seen in
            let january = try #require(DateTime("2026-01-01T00:00:00Z"))
            let request = QuerySessionsRequest(
                limit: 2, logStreamID: .value(stream),
                filters: [
                    .id(IDFilter(columnID: "id", operator: .oneOf, value: ["1a0939d1"])),
                    .date(DateFilter(columnID: "created_at", operator: .gte, value: january)),
                    .number(NumberFilter(columnID: "metrics/duration_ns", operator: .between, value: [1, 2.5])),
                    .boolean(BooleanFilter(columnID: "is_complete", value: true)),
                    .collection(
                        CollectionFilter(
                            columnID: "tags", operator: .contains, value: ["vip"], caseSensitive: false)),
                    .text(TextFilter(columnID: "name", operator: .contains, value: "chat")),
                ],
                filterTree: .value(
                    .or([
                        .filter(
                            RawFilter(
                                columnID: "input", operator: .value(.contains), value: "parcel", caseSensitive: false))
                    ]) && !.filter(RawFilter(name: "output", value: nil))),
                sort: SortClause(columnID: "created_at"), truncateFields: true)
            let page = try await client(server, kind).querySessions(projectID: project, request)
            try expect(
                await seen.last, is: "POST " + path + "/search", fields,
                #"{"limit":2,"log_stream_id":"74aec44e-ec21-4c9f-a3e2-b2ab2b81b4db","filters":["#
                    + #"{"type":"id","column_id":"id","operator":"one_of","value":["1a0939d1"]},"#
                    + #"{"type":"date","column_id":"created_at","operator":"gte","value":"2026-01-01T00:00:00Z"},"#
                    + #"{"type":"number","column_id":"metrics/duration_ns","operator":"between","value":[1,2.5]},"#
                    + #"{"type":"boolean","column_id":"is_complete","value":true},"#
                    + #"{"type":"collection","column_id":"tags","operator":"contains","value":["vip"],"#
                    + #""case_sensitive":false},"#
                    + #"{"type":"text","column_id":"name","operator":"contains","value":"chat"}],"#
                    + #""filter_tree":{"and":[{"or":[{"filter":{"column_id":"input","operator":"contains","#
                    + #""value":"parcel","case_sensitive":false}}]},"#
                    + #"{"not":{"filter":{"name":"output","value":null}}}]},"#
                    + #""sort":{"column_id":"created_at","sort_type":"column"},"#
                    + #""truncate_fields":true}"#)

            #expect(page.numRecords == 8)
            let records = try #require(page.records)
            #expect(
                records.map(kindOfRecord) == ["trace", "agent", "workflow", "llm", "tool", "retriever", "session", "?"])
            guard case .llm(let call) = records[3] else { throw Unexpected() }
            #expect(call.input?.first == Message(content: "Where is my parcel?", role: .user))
            #expect(call.metrics?.numTotalTokens == 18)
            #expect(call.metrics?.additionalProperties == ["tone": 0.87])
            guard case .success(let metric)? = call.metricInfo?["tone"] else { throw Unexpected() }
            #expect(metric.value == .scalar(.number(0.87)))
            guard case .unrecognized(let newer) = records[7] else { throw Unexpected() }
            #expect(newer["check_stage"] == "pre")
            // What all records have is read on the union, also of a record that is newer than the description.
            #expect(records.allSatisfy { $0.id != nil && $0.projectID == project })
            #expect(records[7].name == newer["name"]?.string)
        }
    }

    // MARK: Pages

    @Test(arguments: TransportKind.allCases)
    func pagesFollowTheToken(kind: TransportKind) async throws {
        try await withServer(page) { server, seen in
            let query = QuerySessionsRequest(limit: 2, filters: [.boolean(.init(columnID: "is_complete", value: true))])
            var sizes: [Int?] = []
            for try await page in client(server, kind).querySessionsPages(projectID: project, query) {
                sizes.append(page.records?.count)
            }
            #expect(sizes == [2, 0, 1])
            for (request, token) in zip(await seen.requests, ["", #""starting_token":2,"#, #""starting_token":4,"#]) {
                try expect(
                    request, is: "POST " + path + "/search", fields,
                    #"{\#(token)"limit":2,"filters":[{"type":"boolean","column_id":"is_complete","value":true}]}"#)
            }
            #expect(await seen.requests.count == 3)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func itemsOfAllPages(kind: TransportKind) async throws {
        try await withServer(page) { server, seen in
            var names: [String] = []
            let items = client(server, kind).querySessionsPages(projectID: project, QuerySessionsRequest()).items
            for try await record in items {
                guard case .session(let found) = record else { throw Unexpected() }
                names.append(found.effectiveName)
                // The next page is requested only after the previous one is used up.
                if names.count == 2 { #expect(await seen.requests.count == 1) }
            }
            #expect(names == ["a", "b", "c"])
            #expect(await seen.requests.count == 3)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aFailingPageEndsTheItems(kind: TransportKind) async throws {
        try await withServer { request, count in
            count == 1 ? try page(request, count) : .text(422, #"{"detail": []}"#)
        } _: { server, _ in
            var names: [String] = []
            do throws(QuerySessionsError) {
                let items = client(server, kind).querySessionsPages(projectID: project, QuerySessionsRequest()).items
                for try await record in items {
                    if case .session(let found) = record { names.append(found.effectiveName) }
                }
                Issue.record("no error")
            } catch {
                guard case .unprocessableContent(HTTPValidationError(detail: .problems([]))) = error else {
                    throw error
                }
            }
            #expect(names == ["a", "b"])
        }
    }
}

private struct Unexpected: Error {}

/// Returns three pages, with two sessions, none, and one.
private let page: @Sendable (SeenRequest, Int) throws -> Response = { _, count in
    func record(_ name: String) -> String {
        """
        {"type": "session", "id": "1a0939d1-8b43-4fe3-a91c-196e2d9847e3", "name": "\(name)",
        "project_id": "0d4e3799-3861-4759-875f-9ae14c167b0a", "run_id": "74aec44e-ec21-4c9f-a3e2-b2ab2b81b4db"}
        """
    }
    switch count {
    case 1:
        return .text(
            200, #"{"num_records": 2, "next_starting_token": 2, "records": [\#(record("a")), \#(record("b"))]}"#)
    case 2: return .text(200, #"{"num_records": 0, "next_starting_token": 4, "records": []}"#)
    case 3: return .text(200, #"{"num_records": 1, "next_starting_token": null, "records": [\#(record("c"))]}"#)
    default: throw Unexpected()
    }
}

private func kindOfRecord(_ record: LogRecord) -> String {
    switch record {
    case .trace: "trace"
    case .agent: "agent"
    case .workflow: "workflow"
    case .llm: "llm"
    case .tool: "tool"
    case .retriever: "retriever"
    case .session: "session"
    case .unrecognized: "?"
    }
}

/// A record of each type, and one of an unknown type.
private let allTypes: String = {
    let ids = """
        "id": "7d3f0c36-2a0c-4a55-9d53-5a3d1f0b8a11", "project_id": "0d4e3799-3861-4759-875f-9ae14c167b0a",
        "run_id": "74aec44e-ec21-4c9f-a3e2-b2ab2b81b4db", "session_id": "1a0939d1-8b43-4fe3-a91c-196e2d9847e3"
        """
    let spanIDs = ids + #", "parent_id": "7d3f0c36-2a0c-4a55-9d53-5a3d1f0b8a11""#
    return """
        {"num_records": 8, "records": [
        {"type": "trace", \(ids), "trace_id": "7d3f0c36-2a0c-4a55-9d53-5a3d1f0b8a11", "input": "hi"},
        {\(spanIDs), "type": "agent", "agent_type": "planner", "input": [{"role": "user", "content": "hi"}]},
        {"type": "workflow", \(spanIDs), "output": [{"content": "Parcels arrive in 2 days.", "metadata": {"page": 1}}]},
        {"type": "llm", \(spanIDs), "input": [{"role": "user", "content": "Where is my parcel?"}],
         "metrics": {"duration_ns": 900000, "num_total_tokens": 18, "tone": 0.87},
         "metric_info": {"tone": {"status_type": "success", "value": 0.87}}},
        {"type": "tool", \(spanIDs), "tool_call_id": "call_1"},
        {"type": "retriever", \(spanIDs), "output": [{"content": "Parcels arrive in 2 days."}]},
        {"type": "session", \(ids), "previous_session_id": null},
        {"type": "control", \(spanIDs), "check_stage": "pre"}]}
        """
}()
#endif
