import ApusRuntime
import Foundation
import Galileo

// Shows the request that creates a session; with a server's URL as argument, sends it there.
let server = CommandLine.arguments.dropFirst().first
let galileo = GalileoClient(
    apiKey: ProcessInfo.processInfo.environment["GALILEO_API_KEY"] ?? "secret",
    server: server ?? GalileoClient.defaultServer,
    configuration: ClientConfiguration(middlewares: [RequestPrinter(isSending: server != nil)]))

let project = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!
do {
    let session = try await galileo.createSession(
        projectID: project, CreateSessionRequest(name: .value("nightly"), externalID: .value("run-42")))
    print("created:", session.id)
} catch .transport(let error) where error.underlying is RequestPrinter.NotSent {
    print("not sent: name a server to send it to")
} catch {
    print("failed:", error)
    exit(1)
}
