import Foundation
import OpenAPIRuntime

/// Answers as the other servers of the benchmark do. A stub checks no credential and no rule.
struct StubHandler: APIProtocol {
    let records: Components.Schemas.QuerySessionsResponse

    /// - Parameter json: The response to a query.
    init(records json: Data) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            try ISO8601DateTranscoder.anyFraction(try decoder.singleValueContainer().decode(String.self))
        }
        records = try decoder.decode(Components.Schemas.QuerySessionsResponse.self, from: json)
    }

    func createSession(_ input: Operations.CreateSession.Input) async throws -> Operations.CreateSession.Output {
        guard case .json(let body) = input.body else { return .undocumented(statusCode: 415, .init()) }
        return .ok(
            .init(
                body: .json(
                    .init(
                        id: UUID().uuidString, name: body.name, projectId: input.path.projectId,
                        projectName: "Support", previousSessionId: body.previousSessionId,
                        externalId: body.externalId))))
    }

    func querySessions(_ input: Operations.QuerySessions.Input) async throws -> Operations.QuerySessions.Output {
        .ok(.init(body: .json(records)))
    }
}

extension ISO8601DateTranscoder {
    /// Reads a date with or without a fraction of a second.
    static func anyFraction(_ text: String) throws -> Date {
        do { return try ISO8601DateTranscoder.iso8601WithFractionalSeconds.decode(text) } catch {
            return try ISO8601DateTranscoder.iso8601.decode(text)
        }
    }
}
