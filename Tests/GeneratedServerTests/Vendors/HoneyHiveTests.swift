#if LoopbackTests
import ApusRuntime
import Foundation
import HoneyHive
import Testing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct HoneyHiveServerTests {
    @Test(arguments: Wire.allCases) func events(_ wire: Wire) async throws {
        try await wire.serve(HoneyHiveHandlers().responder()) { server, transport in
            let client = HoneyHiveClient(token: "k", server: server, transport: transport)
            let events = [Event(eventType: .tool, inputs: [:]), Event(eventType: .model, inputs: ["a": 1])]
            #expect(try await client.createEventBatch(sessionID: UUID(), .init(events: events)).success)
            do {
                _ = try await client.createSession(.init())
                Issue.record("an error was not sent")
            } catch CreateSessionError.badRequest(let response) {
                #expect(response.message == "not here")
            }
        }
    }
}
#endif
