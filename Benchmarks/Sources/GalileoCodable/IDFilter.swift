// Written by scripts/peers.py: do not edit.

/// A condition on a column of identifiers.
public nonisolated struct IDFilter: Codable, Hashable, Sendable {
    /// The column, such as `id` or `session_id`.
    public var columnID: String
    /// How the column is compared with the value.
    public var `operator`: IDOperator
    /// The identifier to compare with, or several for `one_of` and `not_in`. Mostly these are UUIDs.
    public var value: TextOrList
    /// The kind of filter.
    public var type: String? = "id"

    public init(columnID: String, `operator`: IDOperator = .eq, value: TextOrList) {
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
