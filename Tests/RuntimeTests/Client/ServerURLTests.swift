import ApusRuntime
import Foundation
import HTTPTypes
import Testing

struct ServerURLTests {
    @Test(arguments: [
        ("https://host", "/v1/x", "https://host/v1/x"),
        ("https://host/", "/v1/x", "https://host/v1/x"),
        ("https://host/api", "/v1/x?a=1", "https://host/api/v1/x?a=1"),
        ("https://host:8443/api/", "/v1/x/", "https://host:8443/api/v1/x/"),
        ("http://[::1]:80/a//", "/..%2Fx", "http://[::1]:80/a/..%2Fx"),
    ])
    func joining(server: String, path: String, result: String) throws {
        #expect(try ServerURL.target(path, below: ServerURL.parse(server)).absoluteString == result)
    }

    @Test(arguments: [
        "", "host", "/v1", "ftp://host", "https://", "https://{region}.host", "https://host?a=1", "https://host#a",
        "https://user:secret@host", "not a url",
    ])
    func refusals(server: String) {
        #expect {
            try ServerURL.parse(server)
        } throws: { error in
            switch error as? RequestError {
            case .invalidServer?, .invalidServerVariable("region", server: "https://{region}.host")?:
                return !String(describing: error).contains("secret")
            default: return false
            }
        }
    }

    @Test(arguments: [
        ("https://{v}.example.com/v1", "acme-2", "https://acme-2.example.com/v1"),
        ("https://api{v}.example.com", "", "https://api.example.com"),
        ("https://example.com:{v}/", "8443", "https://example.com:8443/"),
        ("https://example.com/{v}/x", "v2.1", "https://example.com/v2.1/x"),
        ("{v}://example.com", "http", "http://example.com"),
        ("https://{v}/api", "localhost:8080", "https://localhost:8080/api"),
        ("https://{v}/api", "[::1]:80", "https://[::1]:80/api"),
        ("{v}/v1", "https://example.com/base", "https://example.com/base/v1"),
        ("/{v}/api", "v2", "/v2/api"),
    ])
    func variables(template: String, value: String, url: String) {
        #expect(ServerURL.expanding(template, ["v": value]) == url)
    }

    @Test(arguments: [
        (
            "https://{v}.example.com",
            ["a/b", "a@b", "a?b", "a#b", "a:1", "", "a..b", ".", "é", "a b", "a%2Fb", "evil.com/", "{w}"]
        ),
        ("https://example.com:{v}/", ["", "80/x", "80@evil", "-1", "65536", "8O"]),
        ("https://example.com/{v}", ["a/b", "..", "%2e%2E", "?a", "#a", "a b", "[x]", "@", "é"]),
        ("{v}://example.com", ["ftp", "https://evil.com", ""]),
        ("https://{v}/api", ["user@host", "host/x", "host:", "", "[::1", "[x]"]),
        ("{v}/v1", ["ftp://x", "https://u@x", "https://x?y", "https://x#y"]),
    ])
    func variablesThatChangeTheStructure(template: String, values: [String]) {
        for value in values {
            let url = ServerURL.expanding(template, ["v": value])
            #expect(throws: RequestError.invalidServerVariable("v", server: template), "\(value)") {
                try ServerURL.parse(url)
            }
        }
    }

    @Test func variablesOfSeveralSegments() {
        #expect(ServerURL.expanding("https://host/{v}", ["v": "api/v3"], nested: ["v"]) == "https://host/api/v3")
        #expect(ServerURL.expanding("https://host/{v}", ["v": "api/../v3"], nested: ["v"]) == "https://host/{v}")
    }

    /// A relative server is appended to every URL exactly once.
    @Test(arguments: [
        ("https://host", "/api/v3"), ("https://host/", "/api/v3"), ("https://host/api/v3", "/api/v3/"),
        ("https://host/api/v3/", "api/v3"), ("https://host", "./api/v3"),
    ])
    func relativeServers(server: String, path: String) async throws {
        #expect(try await baseURL(server, path: path) == "https://host/api/v3")
        #expect(try await baseURL(server, path: path, own: "/files") == "https://host/files")
    }

    @Test func relativeServersKeepThePathOfTheBase() async throws {
        #expect(try await baseURL("https://host/proxy/", path: "/api/v3") == "https://host/proxy/api/v3")
        #expect(
            try await baseURL("https://host/proxy/api/v3", path: "/api/v3", own: "/files") == "https://host/proxy/files"
        )
        #expect(try await baseURL("https://host/other/v3", path: "/v3") == "https://host/other/v3")
        #expect(try await baseURL("https://host/v33", path: "/v3") == "https://host/v33/v3")
        #expect(try await baseURL("https://host", path: "/") == "https://host")
        #expect(try await baseURL("https://host/v1", own: "/files") == "https://host/files")
    }

    /// An operation's own server remains in effect if one of the description's servers is selected.
    @Test(arguments: [
        ("https://api.host/v1", "https://own.host"), ("https://api.host/v1/", "https://own.host"),
        ("https://eu.host/v1", "https://own.host"), ("https://private.test", "https://private.test"),
        ("https://a/b.host/v1", "https://a/b.host/v1"),
    ])
    func serversOfOperations(given: String, used: String) async throws {
        let described = ["https://api.host/v1", "https://{region}.host/v1"]
        #expect(try await baseURL(given, described: described, own: "https://own.host") == used)
        #expect(try await baseURL(given, own: "https://own.host") == "https://own.host")
        #expect(try await baseURL(given, described: described) == given)
    }
}

/// Returns the base URL of a request.
private func baseURL(
    _ server: String, path: String? = nil, described: [String] = [], own: String? = nil
) async throws -> String? {
    let seen = Seen()
    let request = ClientRequest("GET", "/x", operationID: "op", server: own)
    let _: ClientResponse<NoBody> = try await ClientCore(
        server: server, path: path, describedServers: described, transport: seen
    ).send(request, throwing: SomeError.self, [.success(204)])
    return await seen.baseURL?.absoluteString
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
