/// What values and their validation may take.
enum Bounds {
    /// The levels of arrays and objects in a value that is decoded, encoded or validated, unless options say otherwise.
    static let depth = 256

    // MARK: Schemas

    /// The levels of subschemas in the text of a table.
    static let schemaDepth = 200
    /// The levels of schemas that are evaluated within each other, through values and references.
    static let evaluationDepth = 256
    /// The schemas that are evaluated for one value, since the work of nested alternatives multiplies.
    static let evaluationSteps = 20_000_000
    /// The levels of subschemas that are searched for one that hides elements.
    static let hiddenElementsDepth = 8

    // MARK: Formats

    /// The bytes of a host name's label that are looked at.
    static let labelBytes = 1000
    /// The code points of a label that Punycode encodes.
    static let labelScalars = 256
}
