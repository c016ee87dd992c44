// Written by scripts/peers.py: do not edit.

/// A condition on a column that is true or false.
public nonisolated struct BooleanFilter: Codable, Hashable, Sendable {
    /// The column, such as `is_complete`.
    public var columnID: String
    /// The value that the column has to have.
    public var value: Bool
    /// The kind of filter.
    public var type: String? = "boolean"

    public init(columnID: String, value: Bool) {
        self.columnID = columnID
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case columnID = "column_id"
        case value
        case type
    }
}
