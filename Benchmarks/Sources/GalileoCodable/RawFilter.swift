// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A condition on a column of any type. At least one of `column_id` and `name` says which column is
/// meant.
public nonisolated struct RawFilter: Codable, Hashable, Sendable {
    /// The name of the column.
    public var name: String?
    /// The identifier of the column.
    public var columnID: String?
    /// How the column is compared with the value.
    public var `operator`: Operator?
    /// What to compare with; what fits depends on the column and the operator.
    public var value: JSONValue
    /// Whether upper and lower case differ in a comparison of texts.
    public var caseSensitive: Bool?

    public init(
        name: String? = nil,
        columnID: String? = nil,
        `operator`: Operator? = nil,
        value: JSONValue,
        caseSensitive: Bool? = nil
    ) {
        self.name = name
        self.columnID = columnID
        self.`operator` = `operator`
        self.value = value
        self.caseSensitive = caseSensitive
    }

    enum CodingKeys: String, CodingKey {
        case name
        case columnID = "column_id"
        case `operator`
        case value
        case caseSensitive = "case_sensitive"
    }
}
