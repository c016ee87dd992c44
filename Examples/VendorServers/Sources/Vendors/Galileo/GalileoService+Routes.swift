import ApusHummingbird
import ApusServer
import GalileoServer
import HTTPTypes
import Hummingbird

extension GalileoService {
    /// The described operations, with what the service accepts besides.
    var responder: ServerResponder {
        let aliases = BodyRewriting("querySessions", rewrite: GalileoQueryForms.rewrite)
        let failures = FailureReplies { .json($0, ErrorBody(detail: .text($1))) }
        return responder(
            configuration: ServerConfiguration(middlewares: [failures, aliases], refusal: Self.reply(to:)))
    }

    func router() throws -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: ErrorBodies { ["detail": .string($0.reasonPhrase)] })
        router.add(middleware: GalileoGateway(tokens: tokens))
        HummingbirdTransport(router).register(responder)
        addLogIn(to: router)
        for prefix in ["", "/v2"] { addProjects(to: router, below: prefix) }
        return router
    }

    private func addLogIn(to router: Router<BasicRequestContext>) {
        router.get("/healthcheck") { _, _ in JSONResponse(["status": "ok"]) }
        router.get("/ingest/healthz") { _, _ in JSONResponse(["status": "ok"]) }
        router.post("/login/api_key") { [tokens] request, _ in
            guard try await request.json()?["api_key"]?.string == tokens.key else {
                return JSONResponse(["detail": "Invalid API key"], status: .unauthorized)
            }
            return JSONResponse(["access_token": .string(tokens.make()), "token_type": "bearer"])
        }
        router.get("/current_user") { [self] request, _ in
            try await known(request)
            return JSONResponse(Self.user)
        }
    }

    private func addProjects(to router: Router<BasicRequestContext>, below prefix: String) {
        router.get("\(prefix)/projects") { [self] request, _ in
            try await known(request)
            let name = request.uri.queryParameters["project_name"].map(String.init)
            return JSONResponse(.array(try await projects(named: name)))
        }
        router.post("\(prefix)/projects") { [self] request, _ in
            try await known(request)
            let name = try await request.json()?["name"]?.string ?? "project"
            return JSONResponse(try await createProject(named: name))
        }
        router.get("\(prefix)/projects/{id}") { [self] request, context in
            try await known(request)
            guard let project = try await project(try id(context)) else { return Self.missing }
            return JSONResponse(project)
        }
        router.get("\(prefix)/projects/{id}/log_streams/paginated") { [self] request, context in
            try await known(request)
            let logStreams = try await logStreams(of: try id(context))
            return logStreams.isEmpty ? Self.missing : JSONResponse(["log_streams": .array(logStreams)])
        }
        router.post("\(prefix)/projects/{id}/log_streams") { [self] request, context in
            try await known(request)
            let name = try await request.json()?["name"]?.string ?? "log stream"
            let logStream = try await createLogStream(named: name, in: try id(context))
            return logStream.map { JSONResponse($0) } ?? Self.missing
        }
    }

    private static let missing = JSONResponse(["detail": "Project not found"], status: .notFound)

    /// The user who has the API key.
    static let user: JSONValue = [
        "id": "3f1c7b52-9d7e-4a55-8f0e-1f5a0d2b9c11", "email": "demo@example.com", "role": "user",
    ]

    private func id(_ context: BasicRequestContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else {
            throw HTTPError(.unprocessableContent)
        }
        return id
    }

    /// - Throws: A status 401 unless a request has the API key. The gateway has put it in the place of a token.
    private func known(_ request: Request) async throws {
        guard let key = request.headers[HTTPField.Name("Galileo-API-Key")!],
            (try? await authenticate(apiKey: key)) != nil
        else { throw HTTPError(.unauthorized) }
    }
}
