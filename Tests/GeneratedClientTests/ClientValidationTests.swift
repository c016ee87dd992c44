import ApusRuntime
import Galileo
import Galtea
import Testing

/// The validation of requests before they are sent and, if enabled, of responses.
struct ClientValidationTests {
    /// A request that violates both rules of its type.
    private let forbidden = Galtea.CreateSessionRequest(
        versionID: "ver_1", testCaseID: "tc_1", isProduction: true, context: .string("Returning buyer"))

    @Test func allViolationsAreThrownBeforeAnythingIsSent() async throws {
        let transport = AnsweringTransport(201, "{}")
        let client = GalteaClient(token: "gsk_1", transport: transport)
        do throws(Galtea.CreateSessionError) {
            _ = try await client.createSession(forbidden)
            Issue.record("it was sent")
        } catch {
            guard case .validation(let error) = error else { throw error }
            #expect(
                Set(error.violations.map { "\($0.pointer) \($0.keyword) \($0.message)" }) == [
                    " not A session with a testCaseId cannot be a production session; leave isProduction out or set it "
                        + "to false.",
                    " not A session with a testCaseId takes its context from the test case; leave context out.",
                ])
            #expect(error.violations.allSatisfy { $0.schemaPointer.hasPrefix("#/CreateSessionRequest/") })
        }
        #expect(await transport.bodies == [])
    }

    @Test func violationsInNestedValuesHaveTheirPlace() async throws {
        let transport = AnsweringTransport(200, #"{"num_records": 0}"#)
        let client = GalileoClient(apiKey: "k", transport: transport)
        let query = QuerySessionsRequest(
            filters: [
                .text(TextFilter(columnID: "name", operator: .eq, value: .string("chat"))),
                .number(NumberFilter(columnID: "metrics/duration_ns", operator: .between, value: .array([1]))),
            ],
            filterTree: .value(.not(NotNode(not: .filter(FilterLeaf(filter: RawFilter(value: 1)))))))
        await #expect {
            try await client.querySessions(projectID: UUID(), query)
        } throws: { error in
            guard case .validation(let error)? = error as? QuerySessionsError else { return false }
            return error.violations.map { "\($0.pointer) \($0.keyword)" } == [
                "/filters/1/value minItems", "/filter_tree/not/filter anyOf",
            ]
        }
        #expect(await transport.bodies.isEmpty)
    }

    @Test func requestsAreSentAsTheyAreIfThatIsAskedFor() async throws {
        let transport = AnsweringTransport(201, #"{"id": "session_1"}"#)
        let client = GalteaClient(
            token: "gsk_1", transport: transport, configuration: ClientConfiguration(validatesRequests: false))
        #expect(try await client.createSession(forbidden).id == "session_1")
        #expect(
            await transport.bodies == [
                #"{"versionId":"ver_1","testCaseId":"tc_1","isProduction":true,"context":"Returning buyer"}"#
            ])
    }

    @Test func responsesAreValidatedOnlyIfThatIsAskedFor() async throws {
        let body = """
            {"num_records": 1, "records": [{"type": "session", "id": "1a0939d1-8b43-4fe3-a91c-196e2d9847e3",
            "project_id": "0d4e3799-3861-4759-875f-9ae14c167b0a", "run_id": "74aec44e-ec21-4c9f-a3e2-b2ab2b81b4db",
            "metric_info": {"stars": {"status_type": "success", "value": {"rating": {"feedback_type": "star",
            "value": 6}, "created_at": "2026-01-05T10:00:00Z", "created_by": null}}}}]}
            """
        func query(_ configuration: ClientConfiguration) async throws(QuerySessionsError) -> QuerySessionsResponse {
            let client = GalileoClient(
                apiKey: "k", transport: AnsweringTransport(200, body), configuration: configuration)
            return try await client.querySessions(projectID: UUID(), QuerySessionsRequest())
        }
        #expect(try await query(ClientConfiguration()).records?.count == 1)
        await #expect {
            try await query(ClientConfiguration(validatesResponses: true))
        } throws: { error in
            guard case .validation(let error)? = error as? QuerySessionsError else { return false }
            return error.violations.map { "\($0.pointer) \($0.keyword) \($0.value)" } == [
                "/records/0/metric_info/stars/value/rating/value maximum 6"
            ]
        }
    }

    @Test func bodiesOfErrorResponsesAreValidatedToo() async throws {
        func create(_ configuration: ClientConfiguration) async throws {
            let client = GalteaClient(
                token: "gsk_1", transport: AnsweringTransport(400, "{}"), configuration: configuration)
            _ = try await client.createSession(Galtea.CreateSessionRequest(versionID: "ver_1"))
        }
        await #expect {
            try await create(ClientConfiguration())
        } throws: { error in
            guard case .badRequest(Galtea.ErrorBody())? = error as? Galtea.CreateSessionError else { return false }
            return true
        }
        await #expect {
            try await create(ClientConfiguration(validatesResponses: true))
        } throws: { error in
            guard case .validation(let error)? = error as? Galtea.CreateSessionError else { return false }
            return error.violations.map(\.message) == ["The body of an error has a message or an error."]
        }
    }

    /// Literals are accepted for values that may be absent, `null` or present.
    @Test func presenceIsWrittenAsAnOptionalIs() {
        let written = Galileo.CreateSessionRequest(name: "nightly", externalID: nil)
        #expect(written == Galileo.CreateSessionRequest(name: .value("nightly")))
        #expect(written.previousSessionID.isAbsent)
        let production = Galtea.CreateSessionRequest(versionID: "ver_1", isProduction: true)
        #expect(production.isProduction == .value(true))
        let chosen: String? = "nightly"
        let none: String? = nil
        #expect(
            Galileo.CreateSessionRequest(name: Presence(chosen), externalID: Presence(none))
                == Galileo.CreateSessionRequest(name: "nightly"))
    }
}
