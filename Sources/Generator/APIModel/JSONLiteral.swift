/// A JSON value in the description: a default, an enum member or a constraint's operand.
public indirect enum JSONLiteral: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number with its digits as written, in JSON's grammar.
    case number(String)
    case string(String)
    case array([JSONLiteral])
    /// An object with its members in the order of the description.
    case object([Member])
    /// The operand of a `$ref` to the schema of a declared type. Only constraints have it.
    case reference(TypeID)

    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONLiteral

        public init(_ name: String, _ value: JSONLiteral) {
            self.name = name
            self.value = value
        }

        public static func == (left: Member, right: Member) -> Bool {
            left.name.utf8.elementsEqual(right.name.utf8) && left.value == right.value
        }
    }

    /// Strings are compared by code points, as in JSON, rather than by Unicode equivalence.
    public static func == (left: JSONLiteral, right: JSONLiteral) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.reference(let left), .reference(let right)): left == right
        default: false
        }
    }

    /// The value of an object's member.
    public subscript(name: String) -> JSONLiteral? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }
}
