// Written by scripts/peers.py: do not edit.

/// A condition on a column of numbers.
public nonisolated struct NumberFilter: Codable, Hashable, Sendable {
    /// The column, such as `metrics/duration_ns`.
    public var columnID: String
    /// How the column is compared with the value.
    public var `operator`: NumberOperator
    /// The number to compare with; for `between` a list of the lower and the upper bound.
    public var value: NumberOrList
    /// The kind of filter.
    public var type: String? = "number"

    public init(columnID: String, `operator`: NumberOperator, value: NumberOrList) {
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
