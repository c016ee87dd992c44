import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// The constraints of text bodies, which the Swift type `String` does not have.
struct TextBodyTests {
    @Test(arguments: [
        ("/codes", "text/plain", "abc", "text abc"), ("/codes", "text/csv", "dark", "csv dark"),
        ("/quantity", "text/plain; charset=utf-8", "7", "7"), ("/quantity", "text/plain", "7\n", "7\n"),
    ])
    func accepted(_ path: String, _ type: String, _ body: String, _ expected: String) async throws {
        let answer = try await request("PUT", path, [.contentType: type], HTTPBody(body))
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.body == expected)
    }

    @Test(arguments: [
        ("/codes", "text/plain", "a", ["# minLength: must have at least 2 characters, has 1"]),
        (
            "/codes", "text/plain", "Not a code",
            [
                "# maxLength: must have at most 8 characters, has 10",
                "# pattern: must match the pattern ^[a-z]+$",
            ]
        ),
        ("/codes", "text/csv", "gray", ["# enum: must be one of \"light\", \"dark\""]),
        ("/quantity", "text/plain", "0", ["# minimum: must be at least 1"]),
        ("/quantity", "text/plain", "1.5", ["# type: must be an integer"]),
        ("/quantity", "text/plain", "seven", ["# type: must be an integer"]),
    ])
    func refused(_ path: String, _ type: String, _ body: String, _ problems: [String]) async throws {
        let answer = try await request("PUT", path, [.contentType: type], HTTPBody(body))
        #expect(answer.status == 422)
        #expect(answer.problems == problems)
        let unchecked = try await request(
            "PUT", path, [.contentType: type], HTTPBody(body),
            configuration: ServerConfiguration(validatesRequests: false, validatesResponses: false))
        #expect(unchecked.status == 200)
    }

    /// The handlers' own texts break the description.
    @Test(arguments: [("/codes", "abcdefgh"), ("/codes", "odd"), ("/quantity", "51")])
    func invalidResponses(_ path: String, _ body: String) async throws {
        let answer = try await request("PUT", path, [.contentType: "text/plain"], HTTPBody(body))
        #expect(answer.status == 500)
        #expect(answer.cause is ValidationError)
    }

    @Test func documentedFailure() async throws {
        let answer = try await request("PUT", "/codes", [.contentType: "text/plain"], HTTPBody("taken"))
        #expect(answer.status == 409)
        #expect(answer.body == "dark")
    }
}
