/// A type with a name of its own.
public struct TypeDeclaration: Hashable, Sendable {
    public enum Shape: Hashable, Sendable {
        case object(ObjectShape)
        case enumeration(EnumShape)
        case union(UnionShape)
        /// Another name for a type.
        case alias(TypeUse)
    }

    @usableFromInline
    struct Fields: Hashable, Sendable {
        @usableFromInline var id: TypeID
        @usableFromInline var nameHints: [String]
        @usableFromInline var explicitName: String?
        @usableFromInline var externalType: ExternalType?
        @usableFromInline var documentation: String?
        @usableFromInline var isDeprecated: Bool
        @usableFromInline var direction: Direction
        @usableFromInline var shape: Shape
        @usableFromInline var constraints: Constraints
        @usableFromInline var origin: Origin
    }

    @usableFromInline var shared: Shared<Fields>

    public init(
        id: TypeID, nameHints: [String], explicitName: String? = nil, externalType: ExternalType? = nil,
        documentation: String? = nil, isDeprecated: Bool = false, direction: Direction = [], shape: Shape,
        constraints: Constraints = Constraints(), origin: Origin
    ) {
        shared = Shared(
            Fields(
                id: id, nameHints: nameHints, explicitName: explicitName, externalType: externalType,
                documentation: documentation, isDeprecated: isDeprecated, direction: direction, shape: shape,
                constraints: constraints, origin: origin))
    }

    @inlinable public var id: TypeID {
        get { shared.value.id }
        _modify { yield &shared.value.id }
    }
    /// Words to make a name from, outermost first: `["Session", "status"]`.
    @inlinable public var nameHints: [String] {
        get { shared.value.nameHints }
        _modify { yield &shared.value.nameHints }
    }
    /// The name that the description asks for (`x-apus-name`).
    @inlinable public var explicitName: String? {
        get { shared.value.explicitName }
        _modify { yield &shared.value.explicitName }
    }
    /// The type that stands for this one, which is declared elsewhere; the shape then says no more than the kind of JSON.
    @inlinable public var externalType: ExternalType? {
        get { shared.value.externalType }
        _modify { yield &shared.value.externalType }
    }
    @inlinable public var documentation: String? {
        get { shared.value.documentation }
        _modify { yield &shared.value.documentation }
    }
    @inlinable public var isDeprecated: Bool {
        get { shared.value.isDeprecated }
        _modify { yield &shared.value.isDeprecated }
    }
    @inlinable public var direction: Direction {
        get { shared.value.direction }
        _modify { yield &shared.value.direction }
    }
    @inlinable public var shape: Shape {
        get { shared.value.shape }
        _modify { yield &shared.value.shape }
    }
    @inlinable public var constraints: Constraints {
        get { shared.value.constraints }
        _modify { yield &shared.value.constraints }
    }
    @inlinable public var origin: Origin {
        get { shared.value.origin }
        _modify { yield &shared.value.origin }
    }
}

extension TypeDeclaration: CustomReflectable {
    public var customMirror: Mirror { Mirror(reflecting: shared.value) }
}

/// A type that is declared elsewhere, such as by the user's own code.
public struct ExternalType: Hashable, Sendable {
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
public struct Direction: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// In what a client sends.
    public static let request = Direction(rawValue: 1)
    /// In what a client receives.
    public static let response = Direction(rawValue: 2)
}
