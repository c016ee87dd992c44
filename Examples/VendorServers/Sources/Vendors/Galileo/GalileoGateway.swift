import HTTPTypes
import Hummingbird

/// Brings requests in the forms that only the vendor's SDKs know into the form of the description: paths without `/v2`,
/// and a token instead of the API key.
struct GalileoGateway<Context: RequestContext>: RouterMiddleware {
    let tokens: GalileoTokens

    private static var keyName: HTTPField.Name { HTTPField.Name("Galileo-API-Key")! }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var head = request.head
        if let path = head.path, Self.isOfSessions(path) { head.path = "/v2" + path }
        if head.headerFields[Self.keyName] == nil, let token = request.headers.bearerToken, tokens.isValid(token) {
            head.headerFields[Self.keyName] = tokens.key
        }
        return try await next(Request(head: head, body: request.body), context)
    }

    /// Whether a path is `/projects/{project_id}/sessions` or `/projects/{project_id}/sessions/search`.
    private static func isOfSessions(_ path: String) -> Bool {
        let steps = path.prefix { $0 != "?" }.split(separator: "/")
        return steps.count >= 3 && steps[0] == "projects" && steps[2] == "sessions"
            && (steps.count == 3 || steps[3...] == ["search"])
    }
}
