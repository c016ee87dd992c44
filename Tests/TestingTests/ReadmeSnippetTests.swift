import ApusOAuth
import ApusRuntime
import ApusTesting
import Foundation
import Galileo
import HTTPTypes
import TestSupport
import Testing

/// The README's snippets about signing in, stubs, examples and streams, compiled and run. `snippetsAreThese` compares them.
struct ReadmeSnippetTests {
    private func json(_ body: String, _ contentType: String = "application/json") -> (HTTPResponse, HTTPBody?) {
        (HTTPResponse(status: .ok, headerFields: [.contentType: contentType]), HTTPBody(body))
    }

    @Test func signIn() async throws {
        let transport = StubTransport()
        let (server, secret) = ("https://api.example.com", "s3cret")
        transport.on("oauth2.token", returning: JSONValue.self, throwing: ReportError.self).answers { _ in
            json(#"{"access_token":"t-1","token_type":"Bearer","expires_in":3600}"#)
        }
        transport.on("readReport", returning: Report.self, throwing: ReportError.self)
            .succeeds(with: Report(title: "Nightly"))

        let app = OAuthClient(id: "reports", secret: secret)
        let client = ExampleClient(
            credentials: [.oauth: ExampleClient.oauth.clientCredentials(app, scopes: ["read"])], server: server,
            transport: transport)
        let report = try await client.readReport()

        #expect(report.title == "Nightly")
        try transport.verify()
        #expect(transport.requests.map(\.request.headerFields[.authorization]).last == "Bearer t-1")
        #expect(transport.requests[0].text == "grant_type=client_credentials&scope=read")
    }

    @Test func stubs() async throws {
        let project = UUID()
        func nameOfNewSession(_ client: GalileoClient, in project: UUID) async throws -> String? {
            do {
                return try await client.createSession(projectID: project, .init()).name
            } catch CreateSessionError.notFound {
                return try await client.createSession(projectID: project, .init()).name
            }
        }

        let stubs = StubTransport()
        let galileo = GalileoClient(apiKey: "test", transport: stubs)
        let session = Session(id: UUID(), name: "nightly", projectID: project, projectName: "demo")
        stubs.on(galileo.createSession)
            .fails(with: .notFound(ErrorResponse(status: 404, body: ErrorBody(detail: .text("unknown")))))
            .succeeds(with: session)
        let name = try await nameOfNewSession(galileo, in: project)  // the code under test, which tries twice
        try stubs.verify()

        #expect(name == "nightly")
    }

    private func title(of session: Session) -> String { session.name ?? "Session \(session.id)" }

    @Test(arguments: UInt64(0)..<100) func anySessionHasATitle(seed: UInt64) throws {
        let session = try Session.example(seed: seed)
        #expect(!title(of: session).isEmpty)
    }

    @Test func stream() async throws {
        let transport = StubTransport()
        transport.on("watchReports", returning: JSONValue.self, throwing: ReportError.self).answers { _ in
            json("id: 7\nevent: added\ndata: {\"title\":\"Nightly\"}\n\n", "text/event-stream")
        }
        let client = ExampleClient(
            credentials: [.oauth: .bearer("t")], server: "https://api.example.com", transport: transport)
        var lines: [String] = []
        func print(_ values: String...) { lines.append(values.joined(separator: " ")) }

        for try await event in try await client.watchReports().reconnecting().typedEvents {
            print(event.id, event.event, event.value.title)
        }

        #expect(lines == ["7 added Nightly"])
    }

    @Test func snippetsAreThese() throws {
        func lines(_ text: some StringProtocol) -> [String] {
            text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let readme = String(decoding: try bytes(of: packageRoot.appendingPathComponent("README.md")), as: UTF8.self)
        let source = lines(String(decoding: try bytes(of: URL(fileURLWithPath: #filePath)), as: UTF8.self))
        let titles = [
            "Signing in", "Testing without the network", "Values for previews and property tests", "Streams",
        ]
        for title in titles {
            let section = try #require(readme.split(separator: "\n### \(title)\n").dropFirst().first)
            let snippet = lines(
                try #require(section.split(separator: "```swift\n").dropFirst().first?.split(separator: "```").first))
            #expect(!snippet.isEmpty && source.firstRange(of: snippet) != nil, "\(title)")
        }
    }
}
