import ApusAPIModel

/// A parameter of an operation's methods.
struct SwiftParameter {
    let parameter: Parameter
    /// The name, without backticks.
    let name: String
    let type: SwiftType
    /// The expression of the parameter's default argument, or `nil` if the parameter is required.
    let defaultArgument: String?
    let documentation: String
    let constraints: ConstraintText
    /// The arguments for the style of each member, if the parameter is the whole query.
    let encodings: [String]

    init(_ parameter: Parameter, name: String, _ types: SwiftTypes) {
        self.parameter = parameter
        self.name = name
        if parameter.isRequired {
            type = types.swiftType(parameter.type)
            defaultArgument = LiteralWriter(types).defaultExpression(parameter.defaultValue, for: parameter.type)
        } else {
            type = .optional(types.swiftType(parameter.type.type))
            defaultArgument = "nil"
        }
        documentation = Self.documentation(of: parameter)
        constraints = ConstraintWriter(types).constraints(of: parameter.type)
        encodings =
            parameter.location == .querystring
            ? PropertyEncodings(parameter.encodings, of: parameter.type, types).arguments : []
    }

    private static func documentation(of parameter: Parameter) -> String {
        var text = parameter.documentation ?? ""
        if let literal = parameter.defaultValue, !parameter.isRequired {
            // A list, a table or code needs a separate paragraph.
            if !text.isEmpty { text += text.contains("\n") ? "\n\n" : " " }
            text += "The server uses \(Markdown.code(forDefault: literal)) if it is absent."
        }
        if !parameter.isDeprecated { return text }
        return text.isEmpty ? "Deprecated." : "Deprecated. " + text
    }
}
