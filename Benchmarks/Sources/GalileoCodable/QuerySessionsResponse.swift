// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A page of the records that were found.
public nonisolated struct QuerySessionsResponse: Codable, Hashable, Sendable {
    /// The number of records.
    public var numRecords: Int
    /// Where the page begins, as the number of records before it.
    public var startingToken: Int
    /// How many records a page holds at most.
    public var limit: Int
    /// Whether the result has more than this page.
    public var paginated: Bool
    /// The `starting_token` of the next page; null or absent on the last page.
    public var nextStartingToken: Int?
    /// The identifier of the last record of the page.
    public var lastRowID: UUID?
    /// The records that match the query.
    public var records: [LogRecord]?

    public init(
        numRecords: Int,
        startingToken: Int = 0,
        limit: Int = 100,
        paginated: Bool = false,
        nextStartingToken: Int? = nil,
        lastRowID: UUID? = nil,
        records: [LogRecord]? = nil
    ) {
        self.numRecords = numRecords
        self.startingToken = startingToken
        self.limit = limit
        self.paginated = paginated
        self.nextStartingToken = nextStartingToken
        self.lastRowID = lastRowID
        self.records = records
    }

    enum CodingKeys: String, CodingKey {
        case numRecords = "num_records"
        case startingToken = "starting_token"
        case limit
        case paginated
        case nextStartingToken = "next_starting_token"
        case lastRowID = "last_row_id"
        case records
    }
}
