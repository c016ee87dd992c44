import ApusRuntime

/// The answer to a query of sessions, with records of all seven types.
///
/// It looks like the server's: members that have no value are mostly `null`, texts have line breaks, quotes and
/// letters beyond ASCII. What the description lets the server add is left out, so that the peers, which cannot keep
/// it, read the same.
public struct QueryResponse {
    public let bytes: [UInt8]
    public let recordCount: Int

    /// A response of at least this many bytes; the same each time.
    public init(atLeast size: Int) throws {
        var writer = RecordWriter()
        var records: [JSONValue] = []
        var count = 0
        while count < size {
            let record = writer.record(at: records.count)
            count += try JSON.encode(record).count + 1
            records.append(record)
        }
        let response: JSONValue = [
            "num_records": .integer(Int64(records.count)), "starting_token": 0, "limit": 100, "paginated": false,
            "next_starting_token": nil, "last_row_id": writer.id(), "records": .array(records),
        ]
        bytes = try JSON.encode(response)
        recordCount = records.count
    }
}
