import ApusRuntime
import Foundation
import HTTPTypes

/// Prints the URL of every request.
struct Wire: ClientTransport {
    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        print(try ServerURL.target(request.path, below: baseURL).absoluteString)
        return (HTTPResponse(status: .noContent), nil)
    }
}

for server in ["https://host", "https://host/", "https://host/api/v3", "https://host/proxy/", "https://host/proxy/api/v3/"] {
    print("#", server)
    let client = ProgramClient(server: server, transport: Wire())
    try await client.listPets()
    try await client.listFiles()
    try await client.status()
}
print("# another path")
try await ProgramClient(server: "https://host", serverPath: ProgramClient.serverPath(version: "v4"), transport: Wire()).listPets()
print("# the default path:", ProgramClient.defaultServerPath)
print("# a version that is no segment")
func outcome(_ client: ProgramClient) async {
    do {
        try await client.listPets()
    } catch {
        print(error)
    }
}
await outcome(ProgramClient(server: "https://host", serverPath: ProgramClient.serverPath(version: "../x"), transport: Wire()))
