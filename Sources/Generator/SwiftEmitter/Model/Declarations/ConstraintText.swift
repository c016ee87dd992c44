/// The JSON Schema of a table, and the types that it refers to.
struct ConstraintText {
    /// The lines of the JSON text. Empty if there are no assertions.
    var lines: [String]
    /// Swift names of the types behind each `$ref`.
    var references: [String]

    static let none = ConstraintText(lines: [], references: [])
}
