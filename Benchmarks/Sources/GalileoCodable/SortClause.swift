// Written by scripts/peers.py: do not edit.

/// An order of records.
public nonisolated struct SortClause: Codable, Hashable, Sendable {
    /// The column to sort by.
    public var columnID: String
    /// Whether the smallest value comes first.
    public var ascending: Bool
    /// What is sorted by, always a column.
    public var sortType: String? = "column"

    public init(columnID: String, ascending: Bool = true) {
        self.columnID = columnID
        self.ascending = ascending
    }

    enum CodingKeys: String, CodingKey {
        case columnID = "column_id"
        case ascending
        case sortType = "sort_type"
    }
}
