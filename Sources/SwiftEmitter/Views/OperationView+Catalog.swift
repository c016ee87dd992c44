import APIModel

/// Decides about an operation what its view then says.
struct OperationBuilder {
    let operation: Operation
    /// The operation's position among those of the API.
    let number: Int
    let catalog: Catalog
    /// The Swift names of the parameters.
    let names: [String]
    let outcomes: Outcomes

    private var access: String { catalog.options.access.rawValue }
    private var error: String { catalog.names.errors[number] }
    private var method: String { catalog.names.operations[number] }

    func errorView() -> OutcomeView {
        OutcomeView(access: access, name: error, operation: method, cases: outcomes.errors)
    }

    func successView() -> OutcomeView? {
        if outcomes.successes.isEmpty { return nil }
        return OutcomeView(
            access: access, name: catalog.names.successes[number], operation: method, cases: outcomes.successes)
    }

    func view() -> OperationView {
        let parameters = parameterList()
        let lines = filled(parameters.map(\.declaration), separator: ",")
        // Of 120 columns, 60 are keywords and punctuation.
        let rest = catalog.names.responses[number].utf8.count + error.utf8.count + (outcomes.result ?? "NoBody").utf8.count
        return OperationView(
            access: access, client: catalog.names.client, documentation: documentation(response: false),
            responseDocumentation: documentation(response: true),
            deprecation: operation.isDeprecated
                ? escapedLiteral("`\(printable(operation.id))` is deprecated.") : nil,
            name: escaped(method), responseName: catalog.names.responses[number],
            parameters: lines, shortParameters: onOneLine(lines, width: 60 - rest),
            arguments: parameters.map(\.argument).joined(separator: ", "), error: error, result: outcomes.result,
            request: request(), statements: operation.parameters.indices.flatMap(statement) + bodyStatement(),
            responses: separated(outcomes.entries), pages: pages())
    }

    // MARK: Parameters

    private struct MethodParameter {
        /// `projectID: UUID`
        var declaration: String
        /// `projectID: projectID`
        var argument: String
        var isRequired: Bool
        /// The parameter's position in the description; nil for the body.
        var number: Int?
    }

    /// The method's parameters: what has to be given, the body, what can be left out.
    private func parameterList() -> [MethodParameter] {
        var result: [MethodParameter] = []
        for (number, parameter) in operation.parameters.enumerated() {
            let name = escaped(names[number])
            let type = catalog.swiftType(parameter.type.type)
            var declaration: String
            var isRequired = false
            if parameter.isRequired {
                declaration = "\(name): \(catalog.swiftType(parameter.type))"
                isRequired = true
            } else if let standard = parameter.defaultValue.flatMap({ catalog.expression($0, for: parameter.type) }),
                standard != "nil", !catalog.isNullable(parameter.type)
            {
                declaration = "\(name): \(type) = \(standard)"
            } else {
                declaration = "\(name): \(optional(type)) = nil"
            }
            result.append(
                MethodParameter(
                    declaration: declaration, argument: "\(label(names[number])): \(name)", isRequired: isRequired, number: number))
        }
        var ordered = result.filter(\.isRequired)
        if let body = bodyType() {
            let isRequired = operation.requestBody?.isRequired == true
            ordered.append(
                MethodParameter(
                    declaration: isRequired ? "_ body: \(body)" : "_ body: \(optional(body)) = nil", argument: "body",
                    isRequired: isRequired))
        }
        return ordered + result.filter { !$0.isRequired }
    }

    /// The content that the method sends: JSON if there is any.
    private var content: Content? {
        let contents = operation.requestBody?.contents ?? []
        return contents.first { if case .json = $0.coding { true } else { false } } ?? contents.first
    }

    private func bodyType() -> String? {
        switch content?.coding {
        case .json(let use): catalog.swiftType(use.type)
        case .text: "String"
        case .bytes: "HTTPBody"
        case nil: nil
        }
    }

    // MARK: The request

    private func request() -> [String] {
        var arguments = [
            stringLiteral(operation.method), stringLiteral(operation.path), "operationID: \(stringLiteral(operation.id))",
        ]
        let alternatives = security()
        if !alternatives.isEmpty { arguments.append("security: [\(alternatives.joined(separator: ", "))]") }
        return filled(arguments, separator: ",")
    }

    private func security() -> [String] {
        operation.security.map { alternative in
            let names = alternative.map(\.scheme).filter { !catalog.isDoneByTransport(scheme: $0) }
            return "[\(names.map(stringLiteral).joined(separator: ", "))]"
        }
    }

    private func statement(_ number: Int) -> [String] {
        let parameter = operation.parameters[number]
        let name = escaped(names[number])
        var arguments = [stringLiteral(parameter.name)]
        arguments.append(parameter.contentType == nil ? name : "json: \(name)")
        if parameter.contentType == nil {
            let standard = parameter.location.standardForm
            if parameter.style != standard.style { arguments.append("style: .\(parameter.style.rawValue)") }
            if parameter.explode != standard.explode { arguments.append("explode: \(parameter.explode)") }
            if parameter.allowReserved, parameter.location == .query { arguments.append("allowReserved: true") }
        }
        let constraints = catalog.constraints(of: parameter.type)
        let call = "request.\(parameter.location.rawValue)("
        if constraints.lines.isEmpty { return [call + arguments.joined(separator: ", ") + ")"] }
        var list = Arguments()
        list.add(arguments.joined(separator: ", "))
        list.add(constraints)
        let lines = list.lines
        if lines.count == 2, call.utf8.count + lines[0].utf8.count + lines[1].utf8.count < 100 {
            return [call + lines.joined(separator: " ") + ")"]
        }
        var result = [call] + lines.map { "    " + $0 }
        result[result.count - 1] += ")"
        return result
    }

    private func bodyStatement() -> [String] {
        guard let content else { return [] }
        let contentType = "contentType: \(stringLiteral(content.mediaType))"
        switch content.coding {
        case .json:
            return [
                content.mediaType == "application/json" || content.mediaType.contains("*")
                    ? "request.body(json: body)" : "request.body(json: body, \(contentType))"
            ]
        case .text: return ["request.body(text: body, \(contentType))"]
        case .bytes: return ["request.body(bytes: body, \(contentType))"]
        }
    }

    // MARK: Documentation

    private func documentation(response: Bool) -> [String] {
        var comment = DocComment()
        if response {
            comment.paragraph("Calls `\(method)`, and returns the status and the headers beside the body.")
            return comment.lines
        }
        comment.paragraph(operation.summary)
        if operation.documentation != operation.summary { comment.paragraph(operation.documentation) }
        if comment.lines.isEmpty { comment.paragraph("`\(operation.method) \(operation.path)`") }
        let items = parameterList().compactMap { parameter -> (String, String)? in
            let text: String?
            let name: String
            if let number = parameter.number {
                (name, text) = (names[number], operation.parameters[number].documentation)
            } else {
                (name, text) = ("body", operation.requestBody?.documentation)
            }
            let isDeprecated = parameter.number.map { operation.parameters[$0].isDeprecated } ?? false
            let words = [isDeprecated ? "Deprecated." : nil, text].compactMap { $0 }.joined(separator: " ")
            return words.isEmpty ? nil : (name, words)
        }
        if !items.isEmpty {
            comment.gap()
            comment.list("Parameters", items)
        }
        if let text = outcomes.documentation, !text.isEmpty, outcomes.result != nil {
            comment.gap()
            comment.item("Returns", text)
        }
        return comment.lines
    }

    // MARK: Pages

    private func pages() -> PagesView? {
        guard let pagination = operation.pagination, outcomes.successes.isEmpty, let page = outcomes.result,
            let response = successType(), let next = member(pagination.responseProperty, of: response),
            let items = member(pagination.itemsProperty, of: response),
            case .array(let item) = catalog.resolved(items.property.type.type)
        else { return nil }
        let all = parameterList()
        var view = PagesView(
            documentation: [], methodName: catalog.names.pages[number], pageParameters: [], page: page,
            item: catalog.swiftType(item), start: "body", next: next.name, into: "self", items: items.name,
            pageArguments: "")
        var comment = DocComment()
        comment.paragraph("Pages through the results of `\(method)`.")
        view.documentation = comment.lines
        if case .json(let use) = content?.coding, let into = member(pagination.requestProperty, of: use) {
            view.into = into.name
            let parameters = all.map { $0.number == nil ? "_ body: \(catalog.swiftType(use.type))" : $0.declaration }
            view.pageParameters = filled(parameters, separator: ",")
        } else if let token = operation.parameters.firstIndex(where: { $0.name == pagination.requestProperty }) {
            view.start = escaped(names[token])
            view.pageParameters = filled(all.map(\.declaration), separator: ",")
        } else {
            return nil
        }
        view.pageArguments = all.map(\.argument).joined(separator: ", ")
        return view
    }

    private func successType() -> TypeUse? {
        for response in operation.responses where response.status.isSuccess {
            for content in response.contents {
                if case .json(let use) = content.coding { return use }
            }
        }
        return nil
    }

    private func member(_ name: String, of use: TypeUse) -> (property: Property, name: String)? {
        guard case .named(let id) = catalog.resolved(use.type),
            case .object(let object) = catalog.declarations[id]?.shape,
            let index = object.properties.firstIndex(where: { $0.name == name && $0.constant == nil })
        else { return nil }
        return (object.properties[index], escaped(catalog.memberNames[id]![index]))
    }
}

extension Parameter.Location {
    /// The style and `explode` that the runtime takes unless it is told otherwise (OpenAPI 3.1, Parameter Object).
    fileprivate var standardForm: (style: Parameter.Style, explode: Bool) {
        switch self {
        case .path, .header: (.simple, false)
        case .query, .cookie: (.form, true)
        }
    }
}
