import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// Security schemes that are required together, instead of each other, or not at all.
struct SecurityTests {
    private let key = HTTPField.Name("X-Key")!

    @Test(arguments: [(nil, 401), ("k", 200), ("wrong", 401), ("weak", 403), ("broken", 500)])
    func oneScheme(_ credential: String?, _ status: Int) async throws {
        let answer = try await request("GET", "/books/mine", credential.map { [key: $0] } ?? [:])
        #expect(answer.status == status)
        #expect(answer.headers[.wwwAuthenticate] == (status == 401 ? #"ApiKey in="header", name="X-Key""# : nil))
        if status == 200 { #expect(answer.json[0]?["title"] == "owner of k") }
    }

    @Test(arguments: [(nil, 200), ("k", 200), ("wrong", 401)])
    func optionalScheme(_ credential: String?, _ status: Int) async throws {
        let answer = try await request("GET", "/files/a.json", credential.map { [key: $0] } ?? [:])
        #expect(answer.status == status)
    }

    @Test(arguments: [
        ("Bearer token", "k", #"owner of k, -, ["write"]"#), ("bearer  token", "k", #"owner of k, -, ["write"]"#),
        ("Basic YW5uOnNlY3JldA==", nil, "-, ann, []"), ("Basic YW5uOnNlY3JldA==", "k", "-, ann, []"),
        ("Bearer token", nil, nil), ("Basic YW5uOndyb25n", nil, nil), ("Basic !", nil, nil), ("Bearer other", "k", nil),
    ])
    func alternatives(_ field: String, _ credential: String?, _ expected: String?) async throws {
        var headers: HTTPFields = [.authorization: field]
        headers[key] = credential
        let answer = try await request("DELETE", "/books/404", headers)
        if let expected {
            #expect(answer.status == 404)
            #expect(answer.json["message"] == .string(expected))
        } else {
            #expect(answer.status == 401)
            #expect(answer.headers[values: .wwwAuthenticate].count == 3)
        }
    }
}
