import ApusAPIModel

/// How the four states of presence on the wire, a default and a constant become a property.
enum PropertyForm {
    /// A computed property.
    case constant
    /// Required: `T`, or `T?` for `null`.
    case required
    /// `T?`; what is not there is `nil`.
    case optional
    /// `Presence<T>`: absent is not `null`.
    case presence
    /// `T?` for absent and for `null`; the wire state tells them apart.
    case received
    /// `T`, or `T?` for `null`, computed over an optional or a `Presence`: the default is sent unless another value is
    /// given.
    case filledIn
}

/// A property of a generated struct, with its names, its form and its types.
struct SwiftProperty {
    /// The type and the expression of a value that is always the same.
    struct Constant {
        let type: SwiftType
        let value: String
    }

    /// The member of the description.
    let member: Property
    let documentation: [String]
    /// The name, without backticks.
    let name: String
    let form: PropertyForm
    /// The type of a value that is there.
    let valueType: SwiftType
    let isNullable: Bool
    /// Whether the value is kept on the heap, as an `Indirect`.
    let isIndirect: Bool
    /// The name of the stored property behind this one. `nil` if this one is stored, or is a constant.
    let storedName: String?
    /// The name of the property for the value or what the receiver takes for an absent one. `nil` for a member without
    /// a default.
    let effectiveName: String?
    /// The expression of the default. `nil` if there is none that the runtime reads.
    private(set) var defaultExpression: String?
    private(set) var constant: Constant?

    /// The type of the property.
    var type: SwiftType {
        switch form {
        case .presence: .generic("Presence", valueType)
        case .optional, .received: .optional(valueType)
        case .required, .filledIn, .constant: isNullable ? .optional(valueType) : valueType
        }
    }

    /// The type of what is stored.
    var storedType: SwiftType {
        var stored = type
        if form == .filledIn { stored = isNullable ? .generic("Presence", valueType) : .optional(valueType) }
        return isIndirect ? .generic("Indirect", stored) : stored
    }

    /// Whether the property's type has a value for an absent member or for `null`.
    var isOptional: Bool {
        switch form {
        case .optional, .received, .presence: true
        case .required, .filledIn, .constant: isNullable
        }
    }

    /// Whether the wire state has to remember what the property does not say.
    var needsWire: Bool {
        switch form {
        case .received: true
        case .constant: !member.isRequired
        case .required, .optional, .presence, .filledIn: false
        }
    }

    /// Whether the value for an absent member depends on nothing else.
    var hasEffectiveValue: Bool { member.defaultSource == nil && defaultExpression != nil }
}

// Expressions within the struct. They use what is stored, so that generated code does not warn of deprecation itself.
extension SwiftProperty {
    /// What is stored, to assign to.
    var place: String { Identifier.escaped(storedName ?? name) + (isIndirect ? ".wrappedValue" : "") }

    /// The value of the property.
    var value: String { form == .filledIn ? valueOrDefault : place }

    /// The value of the property as an optional.
    var unwrappedValue: String { value + (form == .presence ? ".value" : "") }

    /// The value, or the default of an absent member.
    var valueOrDefault: String {
        let standard = defaultExpression ?? "nil"
        return isNullable ? "\(place).effective(default: \(standard))" : "\(place) ?? \(standard)"
    }

    /// What is stored for a value of the property's type.
    func stored(_ value: String) -> String {
        form == .filledIn && isNullable ? "Presence(nullable: \(value))" : value
    }
}

extension SwiftProperty {
    /// - Parameters:
    ///   - names: The names of all properties of the object.
    ///   - isTag: Whether the member tells a union which variant the object is.
    init(
        _ member: Property, name: String, among names: [String], isIndirect: Bool, isTag: Bool,
        in declaration: TypeDeclaration, _ mentions: MentionedNames, _ types: SwiftTypes
    ) {
        self.member = member
        self.name = name
        var comment = DocComment()
        comment.paragraph(mentions.text(member.documentation))
        comment.paragraph(ValueLimits(member.type, default: member.defaultValue, types).text)
        if member.isReadOnly { comment.paragraph("Read-only: the server sets it, and it is not sent.") }
        documentation = comment.lines
        self.isIndirect = isIndirect
        isNullable = types.isNullable(member.type)
        valueType = types.swiftType(member.type.type)
        if member.constant != nil {
            form = .constant
        } else if let standard = member.defaultValue, member.isRequired || isTag,
            LiteralWriter(types).reads(standard, as: member.type)
        {
            form = .filledIn
        } else if member.isRequired {
            form = .required
        } else if !isNullable {
            form = .optional
        } else if member.defaultValue != nil {
            // An absent one is the default, which `null` is not.
            form = .presence
        } else {
            // A type that no operation reaches may be sent by the user's own code.
            form = declaration.direction == .response ? .received : .presence
        }
        let isStored = form == .constant || !member.isDeprecated && !isIndirect && form != .filledIn
        storedName = isStored ? nil : Identifier.derived("stored", name, among: names)
        let hasDefault = member.defaultValue != nil || member.defaultSource != nil
        effectiveName = hasDefault ? Identifier.derived("effective", name, among: names) : nil
    }

    var needsExpressions: Bool { member.defaultValue != nil || member.constant != nil }

    /// The property with its default and its constant, which may be values of any declared type.
    func withExpressions(_ types: SwiftTypes) -> Self {
        var result = self
        let writer = LiteralWriter(types)
        result.defaultExpression = writer.defaultExpression(member.defaultValue, for: member.type)
        guard let literal = member.constant else { return result }
        if let value = writer.expression(literal, for: member.type) {
            result.constant = Constant(type: type, value: value)
        } else {
            let value = writer.expression(literal, for: TypeUse(.any, origin: member.origin))
            result.constant = Constant(type: .jsonValue, value: value ?? ".null")
        }
        return result
    }
}
