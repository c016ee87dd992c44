import ApusHummingbird
import ApusRuntime
import ApusServer
import Foundation
import GalileoCodable
import GalileoServer
import Hummingbird
import Logging
import Measuring

/// The generated server.
struct GeneratedServer: GalileoAPI {
    private let records: GalileoServer.QuerySessionsResponse

    init() throws { records = try JSON.decode(from: Exchanges.records) }

    func authenticate(apiKey credential: String) async throws -> String {
        guard credential == Exchanges.key else { throw AuthenticationError.unauthorized }
        return "Ada"
    }

    func createSession(
        projectID: UUID, _ body: GalileoServer.CreateSessionRequest, apiKey: String
    ) async throws -> GalileoServer.Session {
        GalileoServer.Session(
            id: UUID(), name: body.name.value, projectID: projectID, projectName: "Support",
            previousSessionID: body.previousSessionID.value, externalID: body.externalID.value)
    }

    func querySessions(
        projectID: UUID, _ body: GalileoServer.QuerySessionsRequest, apiKey: String
    ) async throws -> GalileoServer.QuerySessionsResponse {
        records
    }
}

/// The same routes as one writes them by hand with Hummingbird and `Codable`.
struct CodableServer: Sendable {
    private let records: GalileoCodable.QuerySessionsResponse

    init() throws {
        records = try JSONDecoder().decode(
            GalileoCodable.QuerySessionsResponse.self, from: Data(Exchanges.records))
    }

    func addRoutes(to router: Router<BasicRequestContext>) {
        let sessions = router.group("/v2/projects/:project_id/sessions")
        sessions.post { request, context -> GalileoCodable.Session in
            try authenticate(request)
            guard let projectID = context.parameters.get("project_id", as: UUID.self) else {
                throw HTTPError(.unprocessableContent)
            }
            let body = try await request.decode(as: GalileoCodable.CreateSessionRequest.self, context: context)
            return GalileoCodable.Session(
                id: UUID(), name: body.name, projectID: projectID, projectName: "Support",
                previousSessionID: body.previousSessionID, externalID: body.externalID)
        }
        sessions.post("search") { request, context -> GalileoCodable.QuerySessionsResponse in
            try authenticate(request)
            guard context.parameters.get("project_id", as: UUID.self) != nil else {
                throw HTTPError(.unprocessableContent)
            }
            _ = try await request.decode(as: GalileoCodable.QuerySessionsRequest.self, context: context)
            return records
        }
    }

    private func authenticate(_ request: Request) throws {
        guard request.headers[.init(Exchanges.keyField)!] == Exchanges.key else { throw HTTPError(.unauthorized) }
    }
}

extension GalileoCodable.Session: ResponseEncodable {}
extension GalileoCodable.QuerySessionsResponse: ResponseEncodable {}

/// Runs the servers and prints their ports: one with fixed bytes for clients, the generated one, the one by hand.
func serve() async throws {
    SecondProcess.endsWithParent()
    let fixed = Router()
    let (session, records) = (ByteBuffer(bytes: Exchanges.session), ByteBuffer(bytes: Exchanges.records))
    fixed.post("/v2/projects/:project_id/sessions") { request, _ in try await json(session, for: request) }
    fixed.post("/v2/projects/:project_id/sessions/search") { request, _ in try await json(records, for: request) }
    fixed.get("/cpu") { _, _ in String(processorTime()) }
    let generated = Router()
    try GeneratedServer().register(on: HummingbirdTransport(generated))
    let byHand = Router()
    try CodableServer().addRoutes(to: byHand)

    try await withThrowingTaskGroup(of: Void.self) { group in
        var ports: [Int] = []
        for router in [fixed, generated, byHand] {
            let (running, port) = AsyncStream.makeStream(of: Int.self)
            var logger = Logger(label: "Loopback")
            logger.logLevel = .error
            let application = Application(
                router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: logger)
            group.addTask { try await application.run() }
            for await number in running {
                ports.append(number)
                break
            }
        }
        print(ports.map(String.init).joined(separator: " "))
        fflush(nil)
        try await group.waitForAll()
    }
}

private func json(_ bytes: ByteBuffer, for request: Request) async throws -> Response {
    // Reads the body, as every server does.
    for try await _ in request.body {}
    return Response(
        status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: bytes))
}
