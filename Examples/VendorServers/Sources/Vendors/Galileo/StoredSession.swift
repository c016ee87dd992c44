import ApusModels
import GalileoServer

/// A session in the store, with the values that queries look at.
struct StoredSession: Sendable {
    let record: SessionRecord
    let logStreamID: UUID?
    let experimentID: UUID?
    let metricsTestingID: UUID?
    let columns: Columns

    var id: UUID { record.id }

    init(
        _ record: SessionRecord, logStreamID: UUID? = nil, experimentID: UUID? = nil, metricsTestingID: UUID? = nil
    ) throws {
        self.record = record
        self.logStreamID = logStreamID
        self.experimentID = experimentID
        self.metricsTestingID = metricsTestingID
        columns = try Columns(record)
    }

    /// A new session. Without a log stream, an experiment or a run of metrics testing, it belongs to the default log
    /// stream of its project.
    init(_ request: CreateSessionRequest, in project: StoredProject) throws {
        let id = UUID()
        let (experiment, testing) = (request.experimentID.value, request.metricsTestingID.value)
        var logStream = request.logStreamID.value
        if logStream == nil, experiment == nil, testing == nil { logStream = project.logStreams[0].id }
        let record = SessionRecord(
            id: id, projectID: project.id, runID: logStream ?? experiment ?? testing ?? id,
            name: request.name.value ?? "session \(id.uuidString.lowercased().prefix(8))", createdAt: .now,
            externalID: request.externalID.value, hasChildren: false, sessionID: id, input: .string(""),
            previousSessionID: request.previousSessionID.value)
        try self.init(record, logStreamID: logStream, experimentID: experiment, metricsTestingID: testing)
    }
}

/// A project with its log streams and its sessions.
struct StoredProject: Sendable {
    struct LogStream: Sendable {
        let id: UUID
        let name: String
        let createdAt: DateTime
    }

    let id: UUID
    let name: String
    let createdAt = DateTime.now
    var logStreams: [LogStream]
    var sessions: [StoredSession] = []

    init(id: UUID = UUID(), name: String) {
        self.id = id
        self.name = name
        logStreams = [LogStream(id: UUID(), name: "default", createdAt: .now)]
    }
}
