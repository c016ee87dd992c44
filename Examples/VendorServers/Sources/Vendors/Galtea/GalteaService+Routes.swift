import ApusHummingbird
import ApusServer
import GalteaServer
import HTTPTypes
import Hummingbird

extension GalteaService {
    /// The described operation, with what the service accepts besides.
    var responder: ServerResponder {
        let newer = BodyRewriting("createSession", rewrite: Self.rewrite)
        let failures = FailureReplies { .json($0, ErrorBody(error: $1, message: $1)) }
        return responder(configuration: ServerConfiguration(middlewares: [failures, newer], refusal: Self.reply(to:)))
    }

    /// Takes up members that the description does not have: a product instead of a version, and a run.
    ///
    /// - Throws: A refusal of a run in production.
    @Sendable private static func rewrite(_ session: inout JSONObject) throws {
        if session["versionId"]?.isNull ?? true, let product = session["productId"]?.string {
            session["versionId"] = .string(latestVersion(ofProduct: product))
        }
        let isProduction = session["isProduction"]?.bool ?? (session["testCaseId"]?.string == nil)
        // Credentials are checked after this.
        if session["runId"]?.string != nil, isProduction, ServerRequest.current?.headers.bearerToken.map(isKey) == true
        {
            throw ServerRefusal(.invalid, "runId: a production session cannot belong to a run")
        }
    }

    /// The version of a session whose request names a product.
    static func latestVersion(ofProduct product: String) -> String { "ver_of_\(product)" }

    static func reply(to refusal: ServerRefusal) -> ServerReply {
        switch refusal.reason {
        case .unauthorized: .json(401, ErrorBody(error: "Unauthorized", message: "Invalid API key"))
        case .unreadable, .invalid, .unsupportedMediaType, .notAcceptable:
            .json(400, ErrorBody(error: "Bad Request", message: refusal.message))
        default:
            .json(refusal.status, ErrorBody(error: refusal.problemDetails["title"]?.string, message: refusal.detail))
        }
    }

    func router() throws -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: GalteaReading(service: self))
        HummingbirdTransport(router).register(responder)
        router.get("/minimum-sdk-version") { _, _ in
            JSONResponse(["minimumSdkVersionSupported": "0.0.0", "latestSdkVersionPublished": "0.0.0"])
        }
        return router
    }
}

/// Reads sessions: a list at a path that the description has too, so it comes before the described operation. Answers
/// all unknown paths with a page, as the service does.
private struct GalteaReading<Context: RequestContext>: RouterMiddleware {
    let service: GalteaService

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let steps = request.uri.path.split(separator: "/")
        guard request.method == .get, steps.first == "sessions", steps.count <= 2 else {
            do {
                return try await next(request, context)
            } catch let error as HTTPError where error.status == .notFound {
                return Response(
                    status: .notFound, headers: [.contentType: "text/html; charset=utf-8"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: "<!DOCTYPE html><title>Not Found</title>\n")))
            }
        }
        return try await read(steps.count == 2 ? String(steps[1]) : nil, request)
            .response(from: request, context: context)
    }

    private func read(_ id: String?, _ request: Request) async throws -> JSONResponse {
        guard let key = request.headers.bearerToken, GalteaService.isKey(key) else {
            return JSONResponse(["error": "Unauthorized", "message": "Invalid API key"], status: .unauthorized)
        }
        if let id {
            guard let session = try await service.session(id.removingPercentEncoding ?? id) else {
                return JSONResponse(["error": "Not Found", "message": "Session not found"], status: .notFound)
            }
            return try JSONResponse(encoding: session)
        }
        let list = SessionList(
            request.uri.queryParameters.map { pair in
                (pair.key.removingPercentEncoding ?? String(pair.key), String(pair.value))
            })
        if let filter = list.unknownFilter {
            let message = "\(filter): this server does not know to which test a test case belongs"
            return JSONResponse(["error": "Bad Request", "message": .string(message)], status: .badRequest)
        }
        return JSONResponse(.array(try await service.sessions(matching: list).map { try JSONValue(encoding: $0) }))
    }
}
