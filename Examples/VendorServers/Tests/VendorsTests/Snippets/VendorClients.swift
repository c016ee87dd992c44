import ApusRuntime
import Foundation
import Galileo
import Galtea
import HoneyHive

/// Runs the clients of the README of `Examples/VendorServers` with a transport, and returns the values that they print.
///
/// - Parameter servers: The URLs by the usual ones, which are in the snippet.
func vendorClients(_ servers: [String: String], _ transport: any ClientTransport) async throws -> [String] {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    func GalileoClient(apiKey: String, server: String) -> Galileo.GalileoClient {
        .init(apiKey: apiKey, server: servers[server] ?? server, transport: transport)
    }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    func GalteaClient(token: String, server: String) -> Galtea.GalteaClient {
        .init(token: token, server: servers[server] ?? server, transport: transport)
    }
    // swift-format-ignore: AlwaysUseLowerCamelCase
    func HoneyHiveClient(token: String, server: String) -> HoneyHive.HoneyHiveClient {
        .init(token: token, server: servers[server] ?? server, transport: transport)
    }
    var printed: [String] = []
    func print(_ value: Any) { printed.append("\(value)") }

    let galileo = GalileoClient(apiKey: "galileo-key", server: "http://127.0.0.1:8101")
    let project = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!  // `demo`, with the samples
    for try await record in galileo.querySessionsPages(projectID: project, .init(limit: 2)).items {
        if case .session(let session) = record { print(session.effectiveName) }
    }

    let galtea = GalteaClient(token: "gsk_demo", server: "http://127.0.0.1:8102")
    let call = try await galtea.createSession(.init(versionID: "ver_123", context: "Returning buyer"))
    print(call.context ?? [:])

    let honeyHive = HoneyHiveClient(token: "hh_demo", server: "http://127.0.0.1:8103")
    let run = try await honeyHive.createSession(.init(sessionName: "nightly"))
    let added = try await honeyHive.createEventBatch(
        sessionID: run.sessionID, .init(events: [.init(eventType: .tool, inputs: ["query": "parcel 42"])]))
    print(added.success)

    return printed
}
