import ApusAPIModel

/// A parameter of a server's method.
struct SwiftServerParameter {
    enum Absence {
        /// The request is refused.
        case refused
        /// The method gets the expression.
        case filled(String)
        /// The method gets `nil`.
        case none
    }

    let parameter: Parameter
    /// The name, without backticks.
    let name: String
    /// The type that is read.
    let base: SwiftType
    let absence: Absence
    let constraints: ConstraintText
    /// The arguments for the style of each member, if the parameter is the whole query.
    let encodings: [String]

    init(_ parameter: Parameter, name: String, _ types: SwiftTypes) {
        self.parameter = parameter
        self.name = name
        if parameter.isRequired {
            base = types.swiftType(parameter.type)
            absence = .refused
        } else if let value = LiteralWriter(types).defaultExpression(parameter.defaultValue, for: parameter.type) {
            base = types.swiftType(parameter.type)
            absence = .filled(value)
        } else {
            base = types.swiftType(parameter.type.type)
            absence = .none
        }
        constraints = ConstraintWriter(types).constraints(of: parameter.type)
        encodings =
            parameter.location == .querystring
            ? PropertyEncodings(parameter.encodings, of: parameter.type, types).arguments : []
    }

    /// The type of the method's parameter.
    var type: SwiftType { if case .none = absence { .optional(base) } else { base } }

    var isRequired: Bool { if case .refused = absence { true } else { false } }

    var documentation: String {
        var text = parameter.documentation ?? ""
        if case .filled = absence, let literal = parameter.defaultValue {
            if !text.isEmpty { text += text.contains("\n") ? "\n\n" : " " }
            text += "It is \(Markdown.code(forDefault: literal)) if the request leaves it out."
        }
        if !parameter.isDeprecated { return text }
        return text.isEmpty ? "Deprecated." : "Deprecated. " + text
    }
}
