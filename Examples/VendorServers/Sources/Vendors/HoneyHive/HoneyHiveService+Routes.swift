import ApusHummingbird
import ApusServer
import HTTPTypes
import HoneyHiveServer
import Hummingbird

extension HoneyHiveService {
    /// The described operations, with what the service accepts besides.
    var responder: ServerResponder {
        let normalizer = BodyRewriting("createSession", rewrite: Self.normalize)
        let failures = FailureReplies { Self.error($0, $1, code: nil) }
        return responder(
            configuration: ServerConfiguration(middlewares: [failures, normalizer], refusal: Self.reply(to:)))
    }

    /// Replaces a time that is not a number by the current one, and leaves out an identifier that is not a text.
    @Sendable private static func normalize(_ session: inout JSONObject) {
        for name in ["start_time", "end_time"] {
            guard let value = session[name], value.double == nil else { continue }
            session[name] = .number(DateTime.now.milliseconds)
        }
        if let id = session["session_id"], id.string == nil { session["session_id"] = nil }
    }

    static func reply(to refusal: ServerRefusal) -> ServerReply {
        switch refusal.reason {
        case .unreadable, .invalid, .unsupportedMediaType, .notAcceptable:
            error(400, refusal.message, code: "VALIDATION_ERROR")
        default: error(refusal.status, refusal.detail, code: nil)
        }
    }

    private static func error(_ status: Int, _ message: String, code: String?) -> ServerReply {
        .json(status, ErrorBody(statusCode: status, message: message, success: false, errorCode: code))
    }

    func router() throws -> Router<BasicRequestContext> {
        let router = Router()
        router.add(
            middleware: ErrorBodies { status in
                ["statusCode": .integer(Int64(status.code)), "message": .string(status.reasonPhrase), "success": false]
            })
        HummingbirdTransport(router).register(responder)
        router.post("/session/start") { [self] request, _ in try await startSession(request) }
        router.post("/v1/events/export") { [self] request, _ in try await export(request) }
        return router
    }

    /// The deprecated form of `POST /v1/sessions`, which the vendor's SDK sends: the session is a member of the body.
    private func startSession(_ request: Request) async throws -> Response {
        let session = try await request.json()?["session"] ?? .null
        var head = request.head
        head.path = "/v1/sessions"
        head.headerFields[.contentType] = "application/json"
        head.headerFields[.contentLength] = nil
        let body = HTTPBody(try JSON.encode(session), contentType: "application/json")
        guard let reply = await responder.respond(to: head, body: body) else { throw HTTPError(.notFound) }
        let bytes = try await reply.body?.collect(upTo: .max) ?? []
        return Response(
            status: reply.head.status, headers: reply.head.headerFields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Reads the events of a session, including the session's own.
    private func export(_ request: Request) async throws -> JSONResponse {
        guard let key = request.headers.bearerToken, Self.isKey(key) else { throw HTTPError(.unauthorized) }
        let filters = try await request.json()?["filters"]?.array ?? []
        let id = filters.first { $0["field"]?.string == "session_id" }?["value"]?.string.flatMap {
            UUID(uuidString: $0)
        }
        let events = if let id { try await events(of: id) } else { [JSONValue]() }
        return JSONResponse(["events": .array(events), "totalEvents": .integer(Int64(events.count))])
    }
}
