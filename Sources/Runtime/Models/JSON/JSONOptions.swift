/// Options for decoding JSON text.
public struct JSONDecodingOptions: Hashable, Sendable {
    /// The treatment of objects with two members of the same name.
    public enum DuplicateMembers: Hashable, Sendable {
        case refused
        case lastWins
    }

    public var duplicateMembers = DuplicateMembers.refused
    /// The maximum nesting of arrays and objects. Each level uses stack space.
    public var maximumDepth = Bounds.depth
    /// The maximum length of the text in bytes.
    public var maximumBytes = 1 << 30

    public init() {}
}

/// Options for encoding JSON text.
public struct JSONEncodingOptions: Hashable, Sendable {
    /// Whether members are sorted by the UTF-8 of their names instead of following the description's order.
    /// Maps are always sorted.
    public var sortsMembers = false
    /// Whether the text has line breaks and an indentation of two spaces per level.
    public var isPretty = false
    /// The maximum nesting of arrays and objects. Each level uses stack space.
    public var maximumDepth = Bounds.depth

    public init() {}
}
