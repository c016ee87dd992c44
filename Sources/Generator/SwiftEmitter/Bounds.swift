/// The limits of the emitter.
enum Bounds {
    /// The maximum number of nested arrays and maps in the schema that replaces a type's name.
    static let constraintLevels = 16
    /// The maximum number of nested unions and aliases that are searched for files in parts.
    static let partLevels = 8
}
