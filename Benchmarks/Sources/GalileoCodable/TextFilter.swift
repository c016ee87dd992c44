// Written by scripts/peers.py: do not edit.

/// A condition on a column of text.
public nonisolated struct TextFilter: Codable, Hashable, Sendable {
    /// The column, such as `name`.
    public var columnID: String
    /// How the column is compared with the value.
    public var `operator`: TextOperator
    /// The text to compare with, or several for `one_of` and `not_in`.
    public var value: TextOrList
    /// Whether upper and lower case differ.
    public var caseSensitive: Bool
    /// The kind of filter.
    public var type: String? = "text"

    public init(
        columnID: String,
        `operator`: TextOperator,
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
