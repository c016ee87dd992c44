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
    /// From strings to values.
    case map(RuleType)
    /// An object with members, by the name that the environment knows it by.
    case object(String)
    /// A type that can only be compared with itself, such as a UUID, by its name.
    case opaque(String)
    /// A type whose values can neither be compared nor looked into, in words such as "one of several types".
    case unsupported(String)

    /// In a sentence.
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

    /// The name of the opaque type of calendar dates, which have an order.
    public static let date = "a date"
}
