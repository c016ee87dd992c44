import ApusServer
import GalileoServer

/// Sessions of one project.
struct GalileoHandlers: GalileoAPI {
    let project: UUID

    func authenticate(apiKey credential: String) async throws -> String {
        if credential != "secret" { throw AuthenticationError.unauthorized }
        return credential
    }

    private func check(_ projectID: UUID) throws {
        guard projectID == project else { throw DocumentedFailure(404, ErrorBody(detail: .text("no such project"))) }
    }

    func createSession(projectID: UUID, _ body: CreateSessionRequest, apiKey: String) async throws -> Session {
        try check(projectID)
        if body.name.value == "limited" {
            throw CreateSessionFailure.tooManyRequests(ErrorBody(detail: .text("slow down")))
        }
        return Session(
            id: project, name: body.name.value, projectID: projectID, projectName: "p",
            externalID: body.externalID.value)
    }

    func querySessions(
        projectID: UUID, _ body: QuerySessionsRequest, apiKey: String
    ) async throws -> QuerySessionsResponse {
        try check(projectID)
        let start = body.effectiveStartingToken
        return QuerySessionsResponse(
            numRecords: 1, startingToken: start, nextStartingToken: start < 2 ? start + 1 : nil, records: [])
    }

    /// Its refusals are in Galileo's own schema.
    static let configuration = ServerConfiguration { refusal in
        switch refusal.reason {
        case .invalid: .json(422, HTTPValidationError(detail: .text(refusal.problems[0].violation.pointer)))
        default: .json(refusal.status, ErrorBody(detail: .text(refusal.detail)))
        }
    }

    var responder: ServerResponder { responder(configuration: Self.configuration) }
}
