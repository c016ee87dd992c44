import ApusRuntime
import Foundation
import Galileo

/// Runs the first client of the main README with a server and a transport, and returns the values that it prints.
func firstClient(_ server: String, _ transport: any ClientTransport) async throws -> [[String]] {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    func GalileoClient(apiKey: String) -> Galileo.GalileoClient {
        .init(apiKey: "galileo-key", server: server, transport: transport)
    }
    var printed: [[String]] = []
    func print(_ values: Any...) { printed.append(values.map { "\($0)" }) }

    let galileo = GalileoClient(apiKey: "…")  // the server and the transport have defaults; both can be given
    let project = UUID(uuidString: "0d4e3799-3861-4759-875f-9ae14c167b0a")!
    do {
        let session = try await galileo.createSession(projectID: project, .init(name: "nightly", externalID: "run-42"))
        print(session.id)

        let search = QuerySessionsRequest(filters: [.text(.init(columnID: "name", operator: .eq, value: "nightly"))])
        for try await record in galileo.querySessionsPages(projectID: project, search).items {
            switch record {
            case .session(let found): print(found.id, found.effectiveName)
            case .unrecognized(let json): print("newer than the description:", json)
            default: break
            }
        }
    } catch CreateSessionError.validation(let error) {
        for violation in error.violations { print(violation.pointer, violation.keyword, violation.message) }
    }

    return printed
}
