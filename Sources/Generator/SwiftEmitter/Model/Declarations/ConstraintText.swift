/// The JSON Schema of a table, and the types that it refers to.
struct ConstraintText {
    /// The lines of the JSON text; empty if nothing is asserted.
    var lines: [String]
    /// Swift names of the types behind each `$ref`.
    var references: [String]

    static let none = ConstraintText(lines: [], references: [])
}
