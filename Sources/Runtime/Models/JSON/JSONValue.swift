/// Any JSON value.
///
/// Numbers are equal if they have the same value, such as `1` and `1.0`. Objects are equal if they have the same
/// members in any order.
///
/// ```swift
/// var session: JSONValue = ["name": "nightly", "runs": [1, 2.5, nil]]
/// let second = session["runs"]?[1]?.double  // 2.5
/// session["name"] = "weekly"
/// ```
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number that is not a 64-bit integer and that a `Double` holds exactly.
    case number(Double)
    /// A number that is neither of the above, such as `0.1234567890123456789` or `1E400`.
    case decimal(JSONDecimal)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

// MARK: Access

extension JSONValue {
    /// The value of an object's member, or `nil` if there is none or this is not an object.
    ///
    /// Setting `nil` removes the member. Setting a member of `null` turns it into an object.
    public subscript(name: String) -> JSONValue? {
        get { object?[name] }
        set {
            switch self {
            case .object(var object):
                self = .null
                object[name] = newValue
                self = .object(object)
            case .null where newValue != nil:
                self = .object(JSONObject([(name, newValue!)]))
            default:
                precondition(newValue == nil, "only an object has members")
            }
        }
    }

    /// The element of an array, or `nil` if there is none or this is not an array.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    public var isNull: Bool { self == .null }

    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number as an `Int`, or `nil` if it has a fraction or does not fit.
    public var integer: Int? {
        switch self {
        case .integer(let value): Int(exactly: value)
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The nearest `Double`.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .decimal(let value): value.doubleValue
        default: nil
        }
    }

    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    public var array: [JSONValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    public var object: JSONObject? {
        guard case .object(let value) = self else { return nil }
        return value
    }
}

// MARK: Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
