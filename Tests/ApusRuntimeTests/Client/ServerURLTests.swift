import ApusRuntime
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
            guard let error = error as? RequestError, case .invalidServer = error else { return false }
            return !error.description.contains("secret")
        }
    }
}
