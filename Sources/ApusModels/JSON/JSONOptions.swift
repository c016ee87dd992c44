/// How strictly JSON text is decoded.
public struct JSONDecodingOptions: Hashable, Sendable {
    /// What is done about an object that has two members with the same name.
    public enum DuplicateMembers: Hashable, Sendable {
        case refused
        case lastWins
    }

    public var duplicateMembers = DuplicateMembers.refused
    /// How deeply arrays and objects may be nested. Each level takes some stack.
    public var maximumDepth = 256
    /// How long the text may be, in bytes.
    public var maximumBytes = 1 << 30

    public init() {}
}

/// How values are written as JSON text.
public struct JSONEncodingOptions: Hashable, Sendable {
    /// Whether members are written in the order of their names' UTF-8 rather than in the order of the description.
    /// Maps are always written so.
    public var sortsMembers = false
    /// Whether the text has line breaks and is indented by two spaces a level.
    public var isPretty = false
    /// How deeply arrays and objects may be nested. Each level takes some stack.
    public var maximumDepth = 256

    public init() {}
}
