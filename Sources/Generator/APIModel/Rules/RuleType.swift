/// The type of an expression.
public indirect enum RuleType: Equatable, Sendable {
    case null
    case bool
    /// 64 bits.
    case integer
    case double
    case string
    case timestamp
    case duration
    case list(RuleType)
    /// A map from strings to values.
    case map(RuleType)
    /// An object with members, by its name.
    case object(String)
    /// A type whose values can only be compared with each other, such as a UUID, by its name.
    case opaque(String)
    /// A type that rules cannot use, as a phrase such as "one of several types".
    case unsupported(String)

    /// A phrase for messages, such as "an integer".
    public var phrase: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .double: "a number"
        case .string: "a string"
        case .timestamp: "a timestamp"
        case .duration: "a duration"
        case .list: "a list"
        case .map: "a map"
        case .object: "an object"
        case .opaque(let name): name
        case .unsupported(let words): words
        }
    }

    /// The name of the opaque type for calendar dates, which can be ordered.
    public static let date = "a date"
}
