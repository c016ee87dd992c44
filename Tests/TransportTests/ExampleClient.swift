#if LoopbackTests
import ApusRuntime

struct Session: ObjectModel {
    var id: Int
    var name: String?

    init(id: Int, name: String? = nil) {
        self.id = id
        self.name = name
    }

    static let table = ObjectTable(of: Self.self, "id name?", [Int.self, String?.self])
}

struct Search: ObjectModel {
    var token: String?

    init(token: String? = nil) {
        self.token = token
    }

    static let table = ObjectTable(of: Self.self, "token?", [String?.self])
}

struct SearchResult: ObjectModel {
    var sessions: [Session]
    var next: String?

    init(sessions: [Session], next: String? = nil) {
        self.sessions = sessions
        self.next = next
    }

    static let table = ObjectTable(of: Self.self, "sessions next?", [[Session].self, String?.self])
}

struct Problem: ObjectModel {
    var detail: String

    static let table = ObjectTable(of: Self.self, "detail", [String.self])
}

enum ExampleError: OperationError {
    case unprocessableContent(ErrorResponse<Problem>)
    case undocumented(UndocumentedResponse)
    case invalidRequest(RequestError)
    case transport(TransportFailure)
    case decoding(DecodingFailure)
    case validation(ValidationError)
    case cancelled
}

/// A client in the form of generated code.
struct ExampleClient: Sendable {
    private let core: ClientCore

    init(server: String, transport: any ClientTransport, configuration: ClientConfiguration = ClientConfiguration()) {
        core = ClientCore(
            server: server, transport: transport, configuration: configuration,
            credentials: ["Key": .apiKey("k-1", in: .header, name: "Example-API-Key")])
    }

    func createSession(
        projectID: String, tags: [String]? = nil, trace: String? = nil, _ body: Session
    ) async throws(ExampleError) -> ClientResponse<Session> {
        var request = ClientRequest(
            "POST", "/v2/projects/{project_id}/sessions", operationID: "createSession", security: [["Key"]])
        request.path("project_id", projectID)
        request.query("tag", tags)
        request.header("X-Trace", trace)
        request.body(json: body)
        return try await core.send(
            request, throwing: ExampleError.self,
            [
                .success(200, json: Session.self),
                .failure(422, json: Problem.self, ExampleError.unprocessableContent),
            ])
    }

    func searchSessions(_ body: Search) async throws(ExampleError) -> SearchResult {
        var request = ClientRequest("POST", "/search", operationID: "searchSessions")
        request.body(json: body)
        let response: ClientResponse<SearchResult> = try await core.send(
            request, throwing: ExampleError.self, [.success(200, json: SearchResult.self)])
        return response.body
    }

    func searchSessionsPages(_ body: Search) -> Pages<SearchResult, Session, ExampleError> {
        Pages(from: body, next: \.next, into: \.token, items: \.sessions) {
            body async throws(ExampleError) in try await searchSessions(body)
        }
    }

    func getSession() async throws(ExampleError) -> Session {
        let response: ClientResponse<Session> = try await core.send(
            ClientRequest("GET", "/session", operationID: "getSession"), throwing: ExampleError.self,
            [.success(200, json: Session.self)])
        return response.body
    }
}
#endif
