/// An object with known properties.
public struct ObjectShape: Sendable {
    /// The treatment of members that are not in `properties`.
    public enum AdditionalProperties: Equatable, Sendable {
        /// Not specified. Other members are allowed and skipped.
        case ignored
        /// `additionalProperties: false`. Other members are rejected.
        case forbidden
        /// `additionalProperties: true` or a schema. Other members are kept as a map.
        case kept(TypeUse)
    }

    public var properties: [Property]
    /// The names of members that exist only in the other direction: read-only members of a sent object and write-only
    /// members of a received object.
    public var membersOfOtherDirection: [String]
    public var additionalProperties: AdditionalProperties
    /// Whether additional members are kept only because other alternatives of the same `anyOf` list them. An
    /// alternative that lists all members of a value is preferred.
    public var isPartOfOverlap = false
    public var rules: [Rule]

    public init(
        properties: [Property], membersOfOtherDirection: [String] = [],
        additionalProperties: AdditionalProperties = .ignored, rules: [Rule] = []
    ) {
        self.properties = properties
        self.membersOfOtherDirection = membersOfOtherDirection
        self.additionalProperties = additionalProperties
        self.rules = rules
    }
}

/// A member of an object that the description names.
@dynamicMemberLookup
public struct Property: Sendable {
    /// The stored contents. The property gives access to each of them.
    public struct Fields: Sendable {
        /// The name on the wire.
        public var name: String
        /// The name in code given by the description (`x-apus-name`).
        public var explicitName: String?
        public var documentation: String?
        public var isDeprecated: Bool
        public var isReadOnly: Bool
        public var isWriteOnly: Bool
        public var isRequired: Bool
        /// The type and its nullability. With `isRequired` it determines how absence and `null` are distinguished.
        public var type: TypeUse
        /// The value of an absent member. It satisfies the schema.
        public var defaultValue: JSONLiteral?
        /// The values that a server gives an absent member, based on other members (`x-apus-default-from`).
        public var defaultSource: DefaultSource?
        /// The only value allowed (`const`, or an `enum` of one).
        public var constant: JSONLiteral?
        /// Whether the value must be stored indirectly, because the type would otherwise contain itself.
        public var isRecursive: Bool
        public var origin: Origin
    }

    @usableFromInline var shared: Shared<Fields>

    public init(
        name: String, explicitName: String? = nil, documentation: String? = nil, isDeprecated: Bool = false,
        isReadOnly: Bool = false, isWriteOnly: Bool = false, isRequired: Bool, type: TypeUse,
        defaultValue: JSONLiteral? = nil, defaultSource: DefaultSource? = nil, constant: JSONLiteral? = nil,
        isRecursive: Bool = false, origin: Origin
    ) {
        shared = Shared(
            Fields(
                name: name, explicitName: explicitName, documentation: documentation,
                isDeprecated: isDeprecated, isReadOnly: isReadOnly, isWriteOnly: isWriteOnly,
                isRequired: isRequired, type: type, defaultValue: defaultValue, defaultSource: defaultSource,
                constant: constant, isRecursive: isRecursive, origin: origin))
    }

    @inlinable
    public subscript<Value>(dynamicMember field: WritableKeyPath<Fields, Value>) -> Value {
        get { shared.value[keyPath: field] }
        _modify { yield &shared.value[keyPath: field] }
    }
}

extension Property: CustomReflectable {
    public var customMirror: Mirror { Mirror(reflecting: shared.value) }
}
