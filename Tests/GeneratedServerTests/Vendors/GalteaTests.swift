#if LoopbackTests
import ApusRuntime
import Galtea
import Testing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct GalteaServerTests {
    @Test(arguments: Wire.allCases) func sessions(_ wire: Wire) async throws {
        try await wire.serve(GalteaHandlers().responder()) { server, transport in
            let client = GalteaClient(token: "gsk_1", server: server, transport: transport)
            let session = try await client.createSession(.init(versionID: "v", context: "Returning buyer"))
            #expect(session.context == ["value": "Returning buyer"])
            #expect(session.userID == "gsk_1")
            #expect(session.status == .completed)
            // What stands for an absent member depends on others.
            #expect(session.isProduction == true)
            let test = try await client.createSession(.init(versionID: "v", testCaseID: "t", isProduction: .null))
            #expect(test.isProduction == false)
        }
    }
}
#endif
