import ApusServer
import HTTPTypes
import Hummingbird

/// Gives the errors of hand-written routes and of unknown paths the body that the vendor's errors have.
struct ErrorBodies<Context: RequestContext>: RouterMiddleware {
    let body: @Sendable (HTTPResponse.Status) -> JSONValue

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return try JSONResponse(body(error.status), status: error.status).response(from: request, context: context)
        }
    }
}
