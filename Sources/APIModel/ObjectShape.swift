/// An object with known properties.
public struct ObjectShape: Hashable, Sendable {
    /// What becomes of members that `properties` does not name.
    public enum AdditionalProperties: Hashable, Sendable {
        /// Not mentioned: allowed and skipped.
        case ignored
        /// `additionalProperties: false`: refused.
        case forbidden
        /// `additionalProperties: true` or a schema: kept as a map.
        case kept(TypeUse)
    }

    public var properties: [Property]
    public var additionalProperties: AdditionalProperties
    public var rules: [Rule]

    public init(
        properties: [Property], additionalProperties: AdditionalProperties = .ignored, rules: [Rule] = []
    ) {
        self.properties = properties
        self.additionalProperties = additionalProperties
        self.rules = rules
    }
}

public struct Property: Hashable, Sendable {
    @usableFromInline
    struct Fields: Hashable, Sendable {
        @usableFromInline var name: String
        @usableFromInline var explicitName: String?
        @usableFromInline var documentation: String?
        @usableFromInline var isDeprecated: Bool
        @usableFromInline var isReadOnly: Bool
        @usableFromInline var isWriteOnly: Bool
        @usableFromInline var isRequired: Bool
        @usableFromInline var type: TypeUse
        @usableFromInline var defaultValue: JSONLiteral?
        @usableFromInline var defaultSource: DefaultSource?
        @usableFromInline var constant: JSONLiteral?
        @usableFromInline var isRecursive: Bool
        @usableFromInline var origin: Origin
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

    /// The name on the wire.
    @inlinable public var name: String {
        get { shared.value.name }
        _modify { yield &shared.value.name }
    }
    /// The name that the description asks for in code (`x-apus-name`).
    @inlinable public var explicitName: String? {
        get { shared.value.explicitName }
        _modify { yield &shared.value.explicitName }
    }
    @inlinable public var documentation: String? {
        get { shared.value.documentation }
        _modify { yield &shared.value.documentation }
    }
    @inlinable public var isDeprecated: Bool {
        get { shared.value.isDeprecated }
        _modify { yield &shared.value.isDeprecated }
    }
    @inlinable public var isReadOnly: Bool {
        get { shared.value.isReadOnly }
        _modify { yield &shared.value.isReadOnly }
    }
    @inlinable public var isWriteOnly: Bool {
        get { shared.value.isWriteOnly }
        _modify { yield &shared.value.isWriteOnly }
    }
    @inlinable public var isRequired: Bool {
        get { shared.value.isRequired }
        _modify { yield &shared.value.isRequired }
    }
    /// The type, with nullability: together with `isRequired` the four states of presence.
    @inlinable public var type: TypeUse {
        get { shared.value.type }
        _modify { yield &shared.value.type }
    }
    /// The value that an absent member stands for; checked against the schema.
    @inlinable public var defaultValue: JSONLiteral? {
        get { shared.value.defaultValue }
        _modify { yield &shared.value.defaultValue }
    }
    /// How a server fills an absent member from other members (`x-apus-default-from`).
    @inlinable public var defaultSource: DefaultSource? {
        get { shared.value.defaultSource }
        _modify { yield &shared.value.defaultSource }
    }
    /// The only value allowed (`const`, or an `enum` of one).
    @inlinable public var constant: JSONLiteral? {
        get { shared.value.constant }
        _modify { yield &shared.value.constant }
    }
    /// Whether the value must be stored indirectly, for the type would contain itself.
    @inlinable public var isRecursive: Bool {
        get { shared.value.isRecursive }
        _modify { yield &shared.value.isRecursive }
    }
    @inlinable public var origin: Origin {
        get { shared.value.origin }
        _modify { yield &shared.value.origin }
    }
}

extension Property: CustomReflectable {
    public var customMirror: Mirror { Mirror(reflecting: shared.value) }
}
