/// A named type.
@dynamicMemberLookup
public struct TypeDeclaration: Sendable {
    public enum Shape: Sendable {
        case object(ObjectShape)
        case enumeration(EnumShape)
        case union(UnionShape)
        /// Another name for a type.
        case alias(TypeUse)
    }

    /// The stored contents. The declaration gives access to each of them.
    public struct Fields: Sendable {
        public var id: TypeID
        /// The words for a name, outermost first: `["Session", "status"]`.
        public var nameHints: [String]
        /// Whether the description names the type: a schema under `components`, not one within another object.
        public var isComponent: Bool
        /// The name given by the description (`x-apus-name`).
        public var explicitName: String?
        /// Whether a type outside the generated code replaces this one. The shape then describes only the kind of
        /// JSON.
        public var isExternal: Bool
        public var documentation: String?
        public var externalDocumentation: ExternalDocumentation?
        public var isDeprecated: Bool
        public var direction: Direction
        /// The type of the same schema in the other direction, if it differs. A sent value has no read-only members, a
        /// received value has no write-only members.
        public var otherForm: TypeID?
        public var shape: Shape
        public var constraints: Constraints
        public var origin: Origin
    }

    @usableFromInline var shared: Shared<Fields>

    public init(
        id: TypeID, nameHints: [String], isComponent: Bool = false, explicitName: String? = nil,
        isExternal: Bool = false,
        documentation: String? = nil, externalDocumentation: ExternalDocumentation? = nil, isDeprecated: Bool = false,
        direction: Direction = [], otherForm: TypeID? = nil, shape: Shape, constraints: Constraints = Constraints(),
        origin: Origin
    ) {
        shared = Shared(
            Fields(
                id: id, nameHints: nameHints, isComponent: isComponent, explicitName: explicitName,
                isExternal: isExternal,
                documentation: documentation, externalDocumentation: externalDocumentation, isDeprecated: isDeprecated,
                direction: direction, otherForm: otherForm, shape: shape, constraints: constraints, origin: origin))
    }

    @inlinable
    public subscript<Value>(dynamicMember field: WritableKeyPath<Fields, Value>) -> Value {
        get { shared.value[keyPath: field] }
        _modify { yield &shared.value[keyPath: field] }
    }
}

extension TypeDeclaration {
    /// The received type, if this type is only sent.
    public var receivedForm: TypeID? { self.direction == .request ? self.otherForm : nil }
    /// The sent type, if it differs from this one.
    public var sentForm: TypeID? { self.direction == .response ? self.otherForm : nil }
}

extension TypeDeclaration: CustomReflectable {
    public var customMirror: Mirror { Mirror(reflecting: shared.value) }
}

/// The directions in which a type is used.
public struct Direction: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The client sends the type.
    public static let request = Direction(rawValue: 1)
    /// The client receives the type.
    public static let response = Direction(rawValue: 2)
}
