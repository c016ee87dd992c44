// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A condition on a column of times.
public nonisolated struct DateFilter: Codable, Hashable, Sendable {
    /// The column, such as `created_at`.
    public var columnID: String
    /// How the column is compared with the value.
    public var `operator`: DateOperator
    /// The time to compare with.
    public var value: DateTime
    /// The kind of filter.
    public var type: String? = "date"

    public init(columnID: String, `operator`: DateOperator, value: DateTime) {
        self.columnID = columnID
        self.`operator` = `operator`
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case columnID = "column_id"
        case `operator`
        case value
        case type
    }
}
