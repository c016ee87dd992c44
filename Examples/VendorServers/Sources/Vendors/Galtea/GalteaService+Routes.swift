import ApusHummingbird
import ApusServer
import GalteaServer
import HTTPTypes
import Hummingbird

extension GalteaService {
    /// The described operation, with what the service accepts besides.
    var responder: ServerResponder {
        let anchors = BodyRewriting("createSession", rewrite: Self.resolveProduct)
        return responder(configuration: ServerConfiguration(middlewares: [anchors], refusal: Self.reply(to:)))
    }

    /// The vendor's SDK names a product instead of a version. The session belongs to the product's latest version then.
    @Sendable private static func resolveProduct(_ session: inout JSONObject) {
        guard session["versionId"] == nil, let product = session["productId"]?.string else { return }
        session["versionId"] = .string("ver_of_\(product)")
    }

    static func reply(to refusal: ServerRefusal) -> ServerReply {
        switch refusal.reason {
        case .unauthorized: .json(401, ErrorBody(error: "Unauthorized", message: "Invalid API key"))
        case .unreadable, .invalid, .unsupportedMediaType, .notAcceptable:
            .json(400, ErrorBody(error: "Bad Request", message: refusal.message))
        default: .json(refusal.status, ErrorBody(error: phrase(refusal.status), message: refusal.detail))
        }
    }

    private static func phrase(_ status: Int) -> String { HTTPResponse.Status(code: status).reasonPhrase }

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
        guard let key = request.bearerToken, GalteaService.isKey(key) else {
            return JSONResponse(["error": "Unauthorized", "message": "Invalid API key"], status: .unauthorized)
        }
        if let id {
            guard let session = try await service.session(id.removingPercentEncoding ?? id) else {
                return JSONResponse(["error": "Not Found", "message": "Session not found"], status: .notFound)
            }
            return try JSONResponse(encoding: session)
        }
        let pairs = request.uri.queryParameters.map { pair in
            (pair.key.removingPercentEncoding ?? String(pair.key), String(pair.value))
        }
        return JSONResponse(
            .array(try await service.sessions(matching: SessionList(pairs)).map { try JSONValue(encoding: $0) }))
    }
}
