// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// Which records to find, in which order, and which page of them. Every member is optional.
public nonisolated struct QuerySessionsRequest: Codable, Hashable, Sendable {
    /// Where the page begins, as the number of records before it.
    public var startingToken: Int
    /// How many records a page holds at most.
    public var limit: Int
    /// The `last_row_id` of the page before this one.
    public var previousLastRowID: UUID?
    /// The log stream to search.
    public var logStreamID: UUID?
    /// The experiment to search.
    public var experimentID: UUID?
    /// The run of metrics testing to search.
    public var metricsTestingID: UUID?
    /// Filters that all have to match.
    public var filters: [Filter]?
    /// A logical expression over filters, for what a flat list cannot say.
    public var filterTree: FilterExpression?
    /// The order of the records; the newest come first unless this says otherwise.
    public var sort: SortClause
    /// Whether the server may cut long texts in the records short.
    public var truncateFields: Bool

    public init(
        startingToken: Int = 0,
        limit: Int = 100,
        previousLastRowID: UUID? = nil,
        logStreamID: UUID? = nil,
        experimentID: UUID? = nil,
        metricsTestingID: UUID? = nil,
        filters: [Filter]? = nil,
        filterTree: FilterExpression? = nil,
        sort: SortClause = .init(columnID: "created_at", ascending: false),
        truncateFields: Bool = false
    ) {
        self.startingToken = startingToken
        self.limit = limit
        self.previousLastRowID = previousLastRowID
        self.logStreamID = logStreamID
        self.experimentID = experimentID
        self.metricsTestingID = metricsTestingID
        self.filters = filters
        self.filterTree = filterTree
        self.sort = sort
        self.truncateFields = truncateFields
    }

    enum CodingKeys: String, CodingKey {
        case startingToken = "starting_token"
        case limit
        case previousLastRowID = "previous_last_row_id"
        case logStreamID = "log_stream_id"
        case experimentID = "experiment_id"
        case metricsTestingID = "metrics_testing_id"
        case filters
        case filterTree = "filter_tree"
        case sort
        case truncateFields = "truncate_fields"
    }
}
