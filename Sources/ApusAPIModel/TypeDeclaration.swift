/// A type with a name of its own.
@dynamicMemberLookup
public struct TypeDeclaration: Sendable {
    public enum Shape: Sendable {
        case object(ObjectShape)
        case enumeration(EnumShape)
        case union(UnionShape)
        /// Another name for a type.
        case alias(TypeUse)
    }

    /// What is read and changed as if the declaration itself had it.
    public struct Fields: Sendable {
        public var id: TypeID
        /// Words to make a name from, outermost first: `["Session", "status"]`.
        public var nameHints: [String]
        /// Whether the description gives it a name: a schema under `components`, and none within another object.
        public var isComponent: Bool
        /// The name that the description asks for (`x-apus-name`).
        public var explicitName: String?
        /// The type that stands for this one, which is declared elsewhere; the shape then says no more than the kind of JSON.
        public var externalType: ExternalType?
        public var documentation: String?
        public var externalDocumentation: ExternalDocumentation?
        public var isDeprecated: Bool
        public var direction: Direction
        /// The type of the same schema in the other direction, if that is another one: what is sent has no read-only
        /// members, what is received no write-only ones.
        public var otherForm: TypeID?
        public var shape: Shape
        public var constraints: Constraints
        public var origin: Origin
    }

    @usableFromInline var shared: Shared<Fields>

    public init(
        id: TypeID, nameHints: [String], isComponent: Bool = false, explicitName: String? = nil, externalType: ExternalType? = nil,
        documentation: String? = nil, externalDocumentation: ExternalDocumentation? = nil, isDeprecated: Bool = false,
        direction: Direction = [], otherForm: TypeID? = nil, shape: Shape, constraints: Constraints = Constraints(),
        origin: Origin
    ) {
        shared = Shared(
            Fields(
                id: id, nameHints: nameHints, isComponent: isComponent, explicitName: explicitName, externalType: externalType,
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
    /// The type of what is received, if this one is made for what is sent.
    public var receivedForm: TypeID? { self.direction == .request ? self.otherForm : nil }
    /// The type of what is sent, if that is another one.
    public var sentForm: TypeID? { self.direction == .response ? self.otherForm : nil }
}

extension TypeDeclaration: CustomReflectable {
    public var customMirror: Mirror { Mirror(reflecting: shared.value) }
}

/// A type that is declared elsewhere, such as by the user's own code.
public struct ExternalType: Sendable {
    /// The module that declares it; nil if nothing needs to be imported.
    public var module: String?
    /// The name in the module, with dots if it is within other types.
    public var name: String

    public init(module: String? = nil, name: String) {
        self.module = module
        self.name = name
    }
}

/// From where a type is reached.
public struct Direction: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// In what a client sends.
    public static let request = Direction(rawValue: 1)
    /// In what a client receives.
    public static let response = Direction(rawValue: 2)
}
