import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// What handlers receive of parameters and bodies.
struct RequestTests {
    /// The values that `listBooks` received.
    private func received(_ query: String, _ headers: HTTPFields = [:]) async throws -> [String] {
        // The answer has more tags than the description allows.
        let answer = try await request(
            "GET", "/books" + query, headers, configuration: ServerConfiguration(validatesResponses: false))
        return answer.json[0]?["tags"]?.array?.compactMap(\.string) ?? ["\(answer.status) \(answer.body)"]
    }

    @Test func defaultsAreFilledIn() async throws {
        let values = try await received("")
        #expect(
            values == [
                "q=-", "limit=20", "sort=title", "tags=[]", "ids=[]", "codes=[]", "pages=-1...-1", "place=- []",
                "where=-1", "trace=[]", "theme=light", "key=-",
            ])
    }

    @Test(arguments: [
        ("?q=a%20b", "q=a b"), ("?q=a+b", "q=a b"), ("?q=a%2Bb", "q=a+b"), ("?q=12", "q=12"), ("?q=%25%32%35", "q=%25"),
        ("?limit=7", "limit=7"), ("?sort=-title", "sort=-title"), ("?tags=a&tags=b%26c", #"tags=["a", "b&c"]"#),
        ("?tags=1", #"tags=["1"]"#), ("?ids=1|2%7C3", "ids=[1, 2, 3]"), ("?codes=a,b%2Cc", #"codes=["a", "b,c"]"#),
        ("?pages[min]=1&pages%5Bmax%5D=9", "pages=1...9"), ("?city=Bonn&zips=1&zips=2", #"place=Bonn ["1", "2"]"#),
        ("?where=%7B%22max%22%3A3%7D", "where=3"), ("?unknown=1&q=ab", "q=ab"),
    ])
    func queryParameters(_ query: String, _ expected: String) async throws {
        let values = try await received(query)
        #expect(values.contains(expected), "\(values)")
    }

    @Test func headerFieldsAndCookies() async throws {
        var headers: HTTPFields = [.init("X-Trace")!: "1, 2,3", .init("X-Key")!: "k"]
        headers[.cookie] = "a=b; theme=dark%20blue"
        let values = try await received("", headers)
        #expect(values.contains("trace=[1, 2, 3]"))
        #expect(values.contains("theme=dark blue"))
        #expect(values.contains("key=owner of k"))
    }

    @Test(arguments: [
        ("/points/.1.2/;min=3;max=4/min,5", "[1, 2] 3 4 5"), ("/points/.7/;max=%34/max,5", "[7] -1 4 -1"),
    ])
    func pathStyles(_ path: String, _ expected: String) async throws {
        let answer = try await request("GET", path)
        #expect(answer.body == expected, "\(answer.status)")
    }

    @Test(arguments: [
        ("user=ann", "ann false [] -1"), ("user=ann&remember=true&roles=a&roles=b", #"ann true ["a", "b"] -1"#),
        ("user=a+b%21&range=%7B%22min%22:4%7D", "a b! false [] 4"), ("user=ann&range[min]=4", "ann false [] 4"),
    ])
    func forms(_ body: String, _ expected: String) async throws {
        let answer = try await request("POST", "/login", form, HTTPBody(body))
        #expect(answer.body == expected, "\(answer.status)")
    }

    @Test(arguments: [
        ("application/json", #"{"text":"a","level":1}"#, "json a 1"),
        ("application/x-www-form-urlencoded", "text=a&level=1", "form a 1"),
        ("text/plain; charset=utf-8", "a", "text a"),
    ])
    func severalMediaTypes(_ type: String, _ body: String, _ expected: String) async throws {
        let answer = try await request("POST", "/notes", [.contentType: type], HTTPBody(body))
        #expect(answer.body == expected)
    }

    @Test func optionalBody() async throws {
        let answer = try await request("POST", "/notes")
        #expect(answer.body == "nothing")
        let streamed = HTTPBody(streaming: AsyncStream<[UInt8]> { $0.finish() })
        let unknown = try await request("POST", "/notes", [:], streamed)
        #expect(unknown.body == "nothing")
    }

    @Test func wholeQuery() async throws {
        let answer = try await request("GET", "/lists/?text=a%20b&level=3")
        #expect(answer.body == "a b 3")
    }

    @Test func readOnlyMembersAreDroppedOrRefused() async throws {
        let body = HTTPBody(#"{"id":99,"title":"New"}"#)
        let dropped = try await request("POST", "/books", json, body)
        #expect(dropped.status == 201)
        #expect(dropped.body == #"{"id":5,"title":"New","pages":100}"#)
        let refused = try await request(
            "POST", "/books", json, body, configuration: ServerConfiguration(readOnlyMembers: .refused))
        #expect(refused.status == 422)
        #expect(refused.problems == ["#/id readOnly: must not be sent, because it is read-only"])
    }
}
