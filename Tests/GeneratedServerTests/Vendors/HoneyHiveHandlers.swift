import ApusServer
import HoneyHiveServer

struct HoneyHiveHandlers: HoneyHiveAPI {
    func authenticate(bearerAuth credential: String) async throws -> Never? { nil }

    func createSession(_ body: CreateSessionRequest, bearerAuth: Never?) async throws -> Session {
        throw DocumentedFailure(400, ErrorBody(statusCode: 400, message: "not here", success: false))
    }

    func createEventBatch(
        sessionID: UUID, _ body: CreateEventBatchRequest, bearerAuth: Never?
    ) async throws -> CreateEventBatchResponse {
        CreateEventBatchResponse(success: body.events.count == 2)
    }
}
