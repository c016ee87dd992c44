#if LoopbackTests
import ApusRuntime
import Foundation
import Galileo
import Testing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct GalileoServerTests {
    private let project = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!

    @Test(arguments: Wire.allCases) func sessions(_ wire: Wire) async throws {
        try await wire.serve(GalileoHandlers(project: project).responder) { [project] server, transport in
            let client = GalileoClient(apiKey: "secret", server: server, transport: transport)
            let session = try await client.createSession(
                projectID: project, .init(name: "nightly", externalID: "run-42"))
            #expect(session.externalID == "run-42")
            var pages: [Int] = []
            for try await page in client.querySessionsPages(projectID: project, .init()) {
                pages.append(page.effectiveStartingToken)
            }
            #expect(pages == [0, 1, 2])
            do {
                _ = try await client.createSession(projectID: project, .init(name: "limited"))
            } catch CreateSessionError.tooManyRequests(let response) {
                #expect(response.detail == .text("slow down"))
            }
            do {
                _ = try await client.createSession(projectID: UUID(), .init())
            } catch CreateSessionError.notFound(let response) {
                #expect(response.detail == .text("no such project"))
            }
        }
    }

    /// Refusals are documented errors, because the server writes them in the description's schemas.
    @Test(arguments: Wire.allCases) func refusals(_ wire: Wire) async throws {
        try await wire.serve(GalileoHandlers(project: project).responder) { [project] server, transport in
            let stranger = GalileoClient(apiKey: "other", server: server, transport: transport)
            do {
                _ = try await stranger.createSession(projectID: project, .init())
                Issue.record("a wrong key was accepted")
            } catch CreateSessionError.unauthorized(let response) {
                #expect(response.detail == .text("the credentials are not valid"))
                #expect(response.header("WWW-Authenticate") != nil)
            }
            let careless = GalileoClient(
                apiKey: "secret", server: server, transport: transport,
                configuration: ClientConfiguration(validatesRequests: false))
            do {
                let filter = NumberFilter(columnID: "n", operator: .between, value: .array([1]))
                _ = try await careless.querySessions(projectID: project, .init(filters: [.number(filter)]))
                Issue.record("a broken rule was accepted")
            } catch QuerySessionsError.unprocessableContent(let response) {
                #expect(response.detail == .text("/filters/0/value"))
            }
        }
    }
}
#endif
