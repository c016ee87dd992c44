/// A JSON value that the description spells out: a default, an enum member, a constraint's operand.
public indirect enum JSONLiteral: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number with its digits as written, in JSON's grammar.
    case number(String)
    case string(String)
    case array([JSONLiteral])
    /// An object with its members in the order of the description.
    case object([Member])

    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONLiteral

        public init(_ name: String, _ value: JSONLiteral) {
            self.name = name
            self.value = value
        }
    }

    /// The value of an object's member.
    public subscript(name: String) -> JSONLiteral? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }
}
