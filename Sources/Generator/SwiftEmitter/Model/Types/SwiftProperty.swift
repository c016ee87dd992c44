import ApusAPIModel

/// The form of a property. It depends on whether the member is required and nullable, and on its default or constant.
enum PropertyForm {
    /// A computed property.
    case constant
    /// Required: `T`, or `T?` for `null`.
    case required
    /// `T?`. An absent member is `nil`.
    case optional
    /// `Presence<T>`: absent is not `null`.
    case presence
    /// `T?`, where `nil` means absent or `null`. The wire state distinguishes these.
    case received
    /// `T`, or `T?` for `null`, computed over an optional or a `Presence`. The default is sent unless another value is
    /// set.
    case filledIn
}

/// A property of a generated struct, with its names, its form and its types.
struct SwiftProperty {
    /// The type and the expression of a constant.
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
    /// The type of a present value.
    let valueType: SwiftType
    let isNullable: Bool
    /// Whether the value is kept on the heap, as an `Indirect`.
    let isIndirect: Bool
    /// The name of the stored property behind this one. `nil` if this one is stored, or is a constant.
    let storedName: String?
    /// The name of the property with the effective value: the member's value or the receiver's default. `nil` for a
    /// member without a default.
    let effectiveName: String?
    /// The expression of the default, or `nil` if the runtime can read no default.
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

    /// The type of the stored property.
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

    /// Whether the wire state must store a difference that the property cannot express.
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

// Expressions within the struct. They use stored properties, because a deprecated property would cause warnings in
// generated code.
extension SwiftProperty {
    /// The stored property, as the target of an assignment.
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

    /// The stored value for a value of the property's type.
    func stored(_ value: String) -> String {
        form == .filledIn && isNullable ? "Presence(nullable: \(value))" : value
    }
}

extension SwiftProperty {
    /// - Parameters:
    ///   - names: The names of all properties of the object.
    ///   - isTag: Whether the member identifies the variant of a union.
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
            // An absent member has the default, but `null` does not.
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
