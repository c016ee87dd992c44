import ApusRuntime
import ApusTesting
import HTTPTypes
import Testing

/// Stubs of operations, with a client in the form of generated code.
struct StubTests {
    struct Item: ObjectModel {
        var id: Int

        static let table = ObjectTable(of: Self.self, "id", [Int.self])
    }

    enum MakeItemError: OperationError {
        case conflict(ErrorResponse<Item>)
        case gone(ErrorResponse<NoBody>)
        case badRequest(ErrorResponse<String>)
        case invalidRequest(RequestError)
        case undocumented(UndocumentedResponse)
        case transport(TransportFailure)
        case decoding(DecodingFailure)
        case validation(ValidationError)
        case cancelled

        static var operationID: String { "makeItem" }
    }

    enum WatchError: OperationError {
        case invalidRequest(RequestError)
        case undocumented(UndocumentedResponse)
        case transport(TransportFailure)
        case decoding(DecodingFailure)
        case validation(ValidationError)
        case cancelled

        static var operationID: String { "watch" }
    }

    struct Client: Sendable {
        let core: ClientCore

        init(_ transport: any ClientTransport, retry: RetryPolicy = .none) {
            core = ClientCore(
                server: "https://host", transport: transport, configuration: ClientConfiguration(retry: retry))
        }

        func makeItem(name: String, _ body: Item, limit: Int? = nil) async throws(MakeItemError) -> Item {
            var request = ClientRequest("PUT", "/items/{name}", operationID: "makeItem")
            request.path("name", name)
            request.query("limit", limit)
            request.body(json: body)
            let cases: [ResponseCase<Item, MakeItemError>] = [
                .success(201, json: Item.self, contentType: "application/vnd.item+json"),
                .failure(409, json: Item.self, { .conflict($0) }), .failure(410, { .gone($0) }),
                .failure(400, text: "text/plain", { .badRequest($0) }),
            ]
            return try await core.send(request, throwing: MakeItemError.self, cases).body
        }

        func watch() async throws(WatchError) -> EventStream<Item> {
            let cases: [ResponseCase<EventStream<Item>, WatchError>] = [.success(200, events: Item.self)]
            return try await core.send(
                ClientRequest("GET", "/watch", operationID: "watch"), throwing: WatchError.self, cases
            ).body
        }
    }

    private func failure(_ client: Client) async -> MakeItemError? {
        do throws(MakeItemError) {
            _ = try await client.makeItem(name: "a", Item(id: 1))
            return nil
        } catch {
            return error
        }
    }

    @Test func answersComeInTheirOrder() async throws {
        let stubs = StubTransport()
        let client = Client(stubs)
        stubs.on(client.makeItem)
            .succeeds(with: Item(id: 7), after: .milliseconds(20))
            .fails(with: .conflict(ErrorResponse(status: 409, body: Item(id: 8))))
            .fails(with: .gone(ErrorResponse(status: 410, body: NoBody())))
            .fails(with: .badRequest(ErrorResponse(status: 400, body: "no")))
        let start = ContinuousClock.now
        let first = try await client.makeItem(name: "a b", Item(id: 1), limit: 2)
        #expect(first == Item(id: 7) && ContinuousClock.now - start >= .milliseconds(20))
        guard case .conflict(let conflict)? = await failure(client), conflict.body == Item(id: 8) else { throw Wrong() }
        guard case .gone? = await failure(client) else { throw Wrong() }
        guard case .badRequest(let text)? = await failure(client), text.body == "no" else { throw Wrong() }
        try stubs.verify()

        let request = try #require(stubs.requests(of: "makeItem").first)
        #expect(request.request.path == "/items/a%20b?limit=2" && request.text == #"{"id":1}"#)
        #expect(try request.json(as: Item.self) == Item(id: 1))
        #expect(stubs.requests.count == 4)
    }

    @Test func failuresWithoutAResponse() async throws {
        let stubs = StubTransport()
        let client = Client(stubs)
        let violation = ValidationError(violations: [])
        stubs.on(client.makeItem)
            .fails(with: .transport(TransportFailure(Wrong())))
            .fails(with: .cancelled)
            .fails(with: .validation(violation))
            .fails(with: .undocumented(UndocumentedResponse(status: 502, body: Array("<p>".utf8))))
        guard case .transport(let lost)? = await failure(client), lost.underlying is Wrong else { throw Wrong() }
        guard case .cancelled? = await failure(client) else { throw Wrong() }
        guard case .validation(violation)? = await failure(client) else { throw Wrong() }
        guard case .undocumented(let page)? = await failure(client) else { throw Wrong() }
        #expect(page.status == 502 && page.text == "<p>")
    }

    @Test func expectationsAreVerified() async throws {
        let stubs = StubTransport()
        let client = Client(stubs)
        stubs.on(client.makeItem).succeeds(with: Item(id: 1), times: 3)
        _ = try await client.makeItem(name: "a", Item(id: 1))
        let error = #expect(throws: UnmetExpectations.self) { try stubs.verify() }
        #expect(error?.description == "makeItem was expected 2 more times")

        let none = StubTransport()
        guard case .transport(let failure)? = await self.failure(Client(none)) else { throw Wrong() }
        #expect("\(failure)" == "no stub answers makeItem: PUT /items/a")
        #expect(throws: UnmetExpectations.self) { try none.verify() }
    }

    @Test func retriesMeetTheStubs() async throws {
        let stubs = StubTransport()
        let clock = RetryClock(secondsSince1970: { 0 }, sleep: { _ in }, random: { 0 })
        let client = Client(stubs, retry: RetryPolicy(maximumAttempts: 3, clock: clock))
        stubs.on(client.makeItem)
            .fails(with: .undocumented(UndocumentedResponse(status: 503)), times: 2)
            .succeeds(with: Item(id: 3), times: nil)
        #expect(try await client.makeItem(name: "a", Item(id: 1)) == Item(id: 3))
        #expect(try await client.makeItem(name: "a", Item(id: 1)) == Item(id: 3))
        try stubs.verify()
        #expect(stubs.requests.count == 4)
    }

    @Test func streams() async throws {
        let stubs = StubTransport()
        let client = Client(stubs)
        stubs.on(client.watch).succeeds(with: [Item(id: 1), Item(id: 2)])
        var ids: [Int] = []
        for try await item in try await client.watch() { ids.append(item.id) }
        #expect(ids == [1, 2])
    }
}

struct Wrong: Error {}
