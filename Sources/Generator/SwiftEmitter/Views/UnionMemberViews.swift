import ApusAPIModel

/// A function that makes a variant from the value that it wraps.
struct ShorthandView: TemplateView {
    var documentation: [String]
    var access: String
    /// The name of the variant, escaped and after a dot.
    var name: String
    var member: String
    /// The name of the parameter.
    var parameter: String
    var type: String
    /// The wrapper's initializer with its argument.
    var wrapper: String

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("member", \.member), .text("parameter", \.parameter), .text("type", \.type),
        .text("wrapper", \.wrapper),
    ]

    init(_ shorthand: SwiftUnionShorthand, access: String) {
        documentation = shorthand.documentation
        self.access = access
        name = Identifier.escaped(shorthand.variant)
        member = shorthand.variant
        parameter = Identifier.escaped(shorthand.value)
        type = shorthand.type.text
        wrapper = "\(shorthand.wrapper)(\(Identifier.label(shorthand.value)): \(parameter))"
    }
}

/// An operator that makes a variant from one or two values.
struct OperatorView: TemplateView {
    var documentation: String
    /// `static func &&` or `static prefix func !`, without the access level.
    var head: String
    var access: String
    var parameters: String
    var value: String

    static let fields: [TemplateField<Self>] = [
        .text("documentation", \.documentation), .text("head", \.head), .text("access", \.access),
        .text("parameters", \.parameters), .text("value", \.value),
    ]

    init(_ logical: LogicalOperator, _ shorthand: SwiftUnionShorthand, access: String) {
        self.access = access
        let (symbol, text) =
            switch logical {
            case .and: ("&&", "Combines two values: both must hold.")
            case .or: ("||", "Combines two values: one of them must hold.")
            case .not: ("!", "Negates a value.")
            }
        documentation = "/// " + text
        if logical == .not {
            head = "static prefix func !"
            parameters = "value: Self"
            value = ".\(shorthand.variant)(value)"
        } else {
            head = "static func \(symbol)"
            parameters = "left: Self, right: Self"
            value = ".\(shorthand.variant)([left, right])"
        }
    }
}

extension ComputedPropertyView {
    init(_ member: SwiftCommonMember, access: String) {
        let function = member.isRequiredBySome ? "commonMemberIfPresent" : "commonMember"
        self.init(
            documentation: member.documentation, access: access, name: Identifier.escaped(member.name),
            type: member.type.text, value: "\(function)(\(SwiftText.literal(member.member)))")
    }
}
