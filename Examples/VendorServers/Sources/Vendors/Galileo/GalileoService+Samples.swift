import ApusModels
import GalileoServer

extension GalileoService {
    /// Sessions with a value in every kind of column.
    static func samples(in project: GalileoProject) throws -> [StoredSession] {
        try [
            (
                "checkout chat", "2026-01-05T10:00:00.123456Z", ["vip", "Web"], 200, 1_500_000, true, "parcel 42",
                "on its way"
            ),
            ("refund call", "2026-01-06T11:30:00.000001Z", ["phone"], 500, 900, false, "money back", "refused"),
            ("Checkout mail", "2026-01-07T08:15:00Z", ["vip"], 200, 1_000, true, "parcel 7", nil),
        ].map { (name, time, tags, status, duration, hasChildren, input, output) in
            let id = UUID()
            let record = SessionRecord(
                id: id, projectID: project.id, runID: project.defaultLogStreamID, name: name, createdAt: DateTime(time),
                userMetadata: ["channel": tags[0].lowercased()], tags: tags, statusCode: status,
                externalID: name.split(separator: " ").last.map(String.init), hasChildren: hasChildren, sessionID: id,
                input: .string(input), output: output.map { .string($0) },
                metrics: Metrics(durationNs: duration, additionalProperties: ["toxicity": 0.25]))
            return try StoredSession(record, scope: StoredSession.Scope(logStreamID: project.defaultLogStreamID))
        }
    }
}
