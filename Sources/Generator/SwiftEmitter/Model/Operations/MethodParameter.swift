/// A parameter of a method: one of the operation's, the body, or the accepted media type.
struct MethodParameter {
    /// The name, without backticks.
    let name: String
    /// The declaration with the default, such as `projectID: UUID`.
    let declaration: String
    /// The argument that passes the parameter on, such as `projectID: projectID`.
    let argument: String
    let documentation: String
    let isRequired: Bool
    var isBody = false
}

extension SwiftOperation {
    /// Returns the parameters of a method: required parameters, the body, optional parameters.
    ///
    /// - Parameters:
    ///   - choosesContent: Whether the body is an enum with a case for each media type.
    ///   - needsBody: Whether the parameter is required even if the body is optional.
    func methodParameters(
        _ responses: SwiftResponses, choosesContent: Bool = false, needsBody: Bool = false
    ) -> [MethodParameter] {
        let all = parameters.map(MethodParameter.init)
        var ordered = all.filter(\.isRequired)
        if let declaration = bodyDeclaration(choosesContent, needsBody: needsBody) {
            ordered.append(
                MethodParameter(
                    name: "body", declaration: declaration, argument: "body",
                    documentation: contents.documentation ?? "", isRequired: contents.isRequired, isBody: true))
        }
        ordered += all.filter { !$0.isRequired }
        if responses.isChoice {
            ordered.append(
                MethodParameter(
                    name: "accept", declaration: "accept: \(names.accept)? = nil", argument: "accept: accept",
                    documentation: "The media type to request for the response, or `nil` for any.",
                    isRequired: false))
        }
        return ordered
    }

    /// The declaration of the body's parameter. `nil` if the method has none.
    private func bodyDeclaration(_ choosesContent: Bool, needsBody: Bool) -> String? {
        if choosesContent, let enumeration = contents.enumeration {
            return contents.isRequired || needsBody ? "_ body: \(enumeration)" : "_ body: \(enumeration)? = nil"
        }
        guard let preferred = contents.preferred else { return nil }
        let type = preferred.type
        switch (contents.isRequired, preferred.isNullable) {
        case (true, false): return "_ body: \(type)"
        case (true, true): return "_ body: \(SwiftType.optional(type))"
        case (false, false): return "_ body: \(SwiftType.optional(type)) = nil"
        case (false, true): return "_ body: \(SwiftType.generic("Presence", type)) = .absent"
        }
    }
}

extension MethodParameter {
    fileprivate init(_ parameter: SwiftParameter) {
        name = parameter.name
        declaration =
            "\(Identifier.escaped(name)): \(parameter.type)" + (parameter.defaultArgument.map { " = " + $0 } ?? "")
        argument = "\(Identifier.label(name)): \(Identifier.escaped(name))"
        documentation = parameter.documentation
        isRequired = parameter.defaultArgument == nil
    }
}
