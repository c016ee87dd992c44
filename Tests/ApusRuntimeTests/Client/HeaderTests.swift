import ApusRuntime
import Foundation
import HTTPTypes
import Testing

struct HeaderTests {
    private let values = HeaderValues([
        .init("X-Number")!: "12", .init("X-Text")!: "12", .init("X-List")!: "a, b,3", .init("X-Numbers")!: "1,2",
        .init("X-Pairs")!: "a,1,b,2", .init("X-Exploded")!: "a=1,b=2", .init("X-JSON")!: #"{"a":[1]}"#,
        .init("X-Date")!: "2025-01-02T03:04:05Z", .init("X-Bool")!: "true",
    ])

    @Test func valuesByTheirTypes() throws {
        #expect(try values.value("x-number") == 12)
        #expect(try values.value("X-Text") == "12")
        #expect(try values.value("X-Bool") == true)
        #expect(try values.value("X-List") == ["a", "b", "3"])
        #expect(try values.value("X-Numbers") == [1, 2])
        #expect(try values.value("X-Pairs") == ["a": 1, "b": 2])
        #expect(try values.value("X-Exploded", explode: true) == ["a": "1", "b": "2"])
        #expect(try values.value("X-JSON") == ["a": [1]])
        #expect(try values.value("X-Date", as: DateTime.self)?.description == "2025-01-02T03:04:05Z")
        #expect(try values.value("X-Missing", as: Int.self) == nil)
    }

    @Test func valuesOfAnotherType() {
        #expect(throws: HeaderError(name: "X-List", text: "a, b,3", expected: "Int")) {
            try values.value("X-List", as: Int.self)
        }
    }

    /// An operation's own server is used in place of the described one, not of one that the client was given.
    @Test(arguments: [
        ("https://api.host/v1", "https://own.host"), ("https://private.host", "https://private.host"),
    ])
    func serversOfOperations(given: String, used: String) async throws {
        let seen = Seen()
        let request = ClientRequest(
            "GET", "/x", operationID: "op", server: "https://own.host", insteadOf: "https://api.host/v1")
        let _: ClientResponse<NoBody> = try await ClientCore(server: given, transport: seen)
            .send(request, throwing: SomeError.self, [.success(204)])
        #expect(await seen.baseURL?.absoluteString == used)
    }
}

private actor Seen: ClientTransport {
    var baseURL: URL?

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) -> (HTTPResponse, HTTPBody?) {
        self.baseURL = baseURL
        return (HTTPResponse(status: .noContent), nil)
    }
}
