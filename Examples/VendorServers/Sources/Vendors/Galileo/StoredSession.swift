import ApusModels
import GalileoServer

/// A session in the storage, with the values that queries look at.
struct StoredSession: Sendable {
    /// Where a session belongs.
    struct Scope: Sendable {
        var logStreamID: UUID?
        var experimentID: UUID?
        var metricsTestingID: UUID?
    }

    let id: UUID
    let createdAt: DateTime?
    let scope: Scope
    let columns: Columns

    init(_ record: SessionRecord, scope: Scope) throws {
        id = record.id
        createdAt = record.createdAt
        self.scope = scope
        columns = try Columns(record)
    }

    /// The session as a query returns it.
    var record: SessionRecord { get throws { try columns.content.decode() } }
}

/// The form in which a storage keeps a session: its record, and the members of its scope.
extension StoredSession {
    func document(in project: UUID) -> Document {
        var content: JSONObject = ["record": columns.content]
        content["log_stream_id"] = scope.logStreamID.map { .string($0.text) }
        content["experiment_id"] = scope.experimentID.map { .string($0.text) }
        content["metrics_testing_id"] = scope.metricsTestingID.map { .string($0.text) }
        return Document(.galileoSession, id: id.text, owner: project.text, content: .object(content))
    }

    init(_ content: JSONValue) throws {
        columns = Columns(try content["record"].unwrapped.object.unwrapped)
        id = try columns["id"].unwrapped.uuid
        createdAt = columns["created_at"]?.string.flatMap { DateTime($0) }
        scope = Scope(
            logStreamID: try content["log_stream_id"]?.uuid, experimentID: try content["experiment_id"]?.uuid,
            metricsTestingID: try content["metrics_testing_id"]?.uuid)
    }
}

extension StoredSession.Scope {
    /// The scope of a new session: the default log stream unless the request has a log stream, an experiment or a run
    /// of metrics testing.
    init(_ request: CreateSessionRequest, in project: GalileoProject) {
        self.init(
            logStreamID: request.logStreamID.value, experimentID: request.experimentID.value,
            metricsTestingID: request.metricsTestingID.value)
        if logStreamID == nil, experimentID == nil, metricsTestingID == nil {
            logStreamID = project.defaultLogStreamID
        }
    }
}
