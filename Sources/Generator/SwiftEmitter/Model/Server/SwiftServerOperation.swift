import ApusAPIModel
import ApusDiagnostics

/// An operation of a server, with the Swift declaration of its method.
struct SwiftServerOperation {
    let operation: Operation
    let names: ServerOperationNames
    let parameters: [SwiftServerParameter]
    let contents: SwiftServerContents
    let responses: SwiftServerResponses
    let identities: [SwiftServerIdentity]
    /// The alternative security requirements, without the schemes of the connection.
    let security: [[SecurityRequirement]]
    /// The paths of the operation's own servers. `nil` for those of the API.
    let basePaths: [String]?

    init(
        _ operation: Operation, names: ServerOperationNames, schemes: [SwiftServerScheme], _ types: SwiftTypes,
        into diagnostics: inout Diagnostics
    ) {
        self.operation = operation
        self.names = names
        let parameterNames = ParameterNames.names(
            of: operation, overrides: types.options.nameOverrides, into: &diagnostics)
        parameters = zip(operation.parameters, parameterNames).map { SwiftServerParameter($0, name: $1, types) }
        contents = SwiftServerContents(operation, name: names.input, types, into: &diagnostics)
        responses = SwiftServerResponses(operation, types, into: &diagnostics)
        let known = Set(schemes.map(\.scheme.name))
        let security = operation.security.map { $0.filter { known.contains($0.scheme) } }
        self.security = security
        var scope = Scope(reserved: ReservedNames.serverOperation.names, Set(parameterNames))
        identities = schemes.filter { scheme in
            security.contains { $0.contains { $0.scheme == scheme.scheme.name } }
        }.map { scheme in
            SwiftServerIdentity(
                scheme: scheme, name: scope.name(scheme.label, scheme.label + "Identity"),
                isOptional: !security.allSatisfy { $0.contains { $0.scheme == scheme.scheme.name } })
        }
        let isOwn = operation.servers.map(\.urlTemplate) != types.api.servers.map(\.urlTemplate)
        basePaths = operation.servers.isEmpty || !isOwn ? nil : SwiftServerProtocol.basePaths(of: operation.servers)
    }

    /// A parameter of the method.
    struct MethodParameter {
        /// The name in the comment.
        let name: String
        let declaration: String
        /// The argument that passes the read value to the method.
        let argument: String
        let documentation: String
    }

    /// The parameters of the method, in the client's order: required parameters, the body, optional parameters, and
    /// then the values that the server provides.
    var methodParameters: [MethodParameter] {
        var list = parameters.filter(\.isRequired).map(Self.method)
        if let type = contents.type {
            list.append(
                MethodParameter(
                    name: "body", declaration: "_ body: \(type)", argument: "body.value",
                    documentation: contents.documentation ?? ""))
        }
        list += parameters.filter { !$0.isRequired }.map(Self.method)
        if responses.isChoice {
            list.append(
                MethodParameter(
                    name: "accept", declaration: "accept: \(names.accept)", argument: "accept: accept.value",
                    documentation: "The media type that the client wants most."))
        }
        return list
            + identities.map { identity in
                let type = identity.scheme.identity + (identity.isOptional ? "?" : "")
                return MethodParameter(
                    name: identity.name, declaration: "\(Identifier.label(identity.name)): \(type)",
                    argument: "\(Identifier.label(identity.name)): \(Identifier.escaped(identity.name)).value",
                    documentation: "Who has the credential of `\(SwiftText.oneLine(identity.scheme.scheme.name))`"
                        + (identity.isOptional ? "; nil if the request has none." : "."))
            }
    }

    private static func method(_ parameter: SwiftServerParameter) -> MethodParameter {
        MethodParameter(
            name: parameter.name, declaration: "\(Identifier.escaped(parameter.name)): \(parameter.type)",
            argument: "\(Identifier.label(parameter.name)): \(Identifier.escaped(parameter.name)).value",
            documentation: parameter.documentation)
    }

    /// The comment on the method.
    var documentation: [String] {
        var comment = DocComment()
        comment.paragraph(operation.summary)
        if operation.documentation != operation.summary { comment.paragraph(operation.documentation) }
        if comment.lines.isEmpty { comment.paragraph("`\(operation.method) \(operation.path)`") }
        if operation.isDeprecated { comment.paragraph("Deprecated.") }
        let items = methodParameters.filter { !$0.documentation.isEmpty }.map { ($0.name, $0.documentation) }
        if !items.isEmpty {
            comment.gap()
            comment.list("Parameters", items)
        }
        if let text = responses.documentation, !text.isEmpty,
            ![operation.summary, operation.documentation].contains(text)
        {
            if case .nothing = responses.result {
            } else {
                comment.gap()
                comment.item("Returns", text)
            }
        }
        if !responses.failures.isEmpty {
            comment.gap()
            comment.item("Throws", "`\(names.failure)` for the documented errors.")
        }
        comment.seeAlso(operation.externalDocumentation)
        return comment.lines
    }
}
