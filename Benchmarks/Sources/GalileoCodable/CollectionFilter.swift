// Written by scripts/peers.py: do not edit.

/// A condition on a column of lists.
public nonisolated struct CollectionFilter: Codable, Hashable, Sendable {
    /// The column, such as `tags`.
    public var columnID: String
    /// How the column is compared with the value.
    public var `operator`: CollectionOperator
    /// The text to compare with, or several.
    public var value: TextOrList
    /// Whether upper and lower case differ.
    public var caseSensitive: Bool
    /// The kind of filter.
    public var type: String? = "collection"

    public init(
        columnID: String,
        `operator`: CollectionOperator,
        value: TextOrList,
        caseSensitive: Bool = true
    ) {
        self.columnID = columnID
        self.`operator` = `operator`
        self.value = value
        self.caseSensitive = caseSensitive
    }

    enum CodingKeys: String, CodingKey {
        case columnID = "column_id"
        case `operator`
        case value
        case caseSensitive = "case_sensitive"
        case type
    }
}
