import ApusAPIModel

/// Decides about an operation what its view then says.
struct OperationBuilder {
    let operation: Operation
    /// The operation's position among those of the API.
    let number: Int
    let catalog: Catalog
    /// The Swift names of the parameters.
    let names: [String]
    let outcomes: Outcomes
    /// The outcomes of the method that returns a stream; nil if the plain method does, or there is none.
    let streamOutcomes: Outcomes?
    let contents: RequestContents

    init(_ operation: Operation, number: Int, names: [String], _ catalog: Catalog) {
        self.operation = operation
        self.number = number
        self.catalog = catalog
        self.names = names
        func outcomes(streams: Bool?) -> Outcomes {
            Outcomes(
                operation, error: catalog.names.errors[number], success: catalog.names.successes[number],
                streams: streams, catalog)
        }
        let hasBoth = operation.streamsBesideOthers
        self.outcomes = outcomes(streams: hasBoth ? false : nil)
        streamOutcomes = hasBoth ? outcomes(streams: true) : nil
        contents = RequestContents(operation, name: catalog.names.contents[number], catalog)
    }

    private var access: String { catalog.options.access.rawValue }
    private var error: String { catalog.names.errors[number] }
    private var method: String { catalog.names.operations[number] }
    private var accept: String { catalog.names.accepts[number] }

    func errorView() -> OutcomeView {
        OutcomeView(access: access, name: error, operation: method, conformances: "OperationError", cases: outcomes.errors)
    }

    func successView() -> OutcomeView? {
        if outcomes.successes.isEmpty { return nil }
        return OutcomeView(
            access: access, name: catalog.names.successes[number], operation: method,
            conformances: outcomes.isHashable ? "Hashable, Sendable" : "Sendable", cases: outcomes.successes)
    }

    func contentView() -> OutcomeView? {
        guard let name = contents.enumeration else { return nil }
        return OutcomeView(
            access: access, name: name, operation: method, conformances: "Sendable", cases: contents.cases)
    }

    /// The enum of the media types that a caller can ask for; nil if there is no choice.
    func acceptView() -> OutcomeView? {
        guard outcomes.acceptable.count > 1 else { return nil }
        var names = Scope(reserved: ReservedNames.members)
        let caseNames = outcomes.acceptable.caseNames(in: &names)
        return OutcomeView(
            access: access, name: accept, operation: method, conformances: "String, CaseIterable, Sendable",
            cases: zip(outcomes.acceptable, caseNames).map { content, name in
                OutcomeView.Case(
                    documentation: [], name: escaped(name), payload: " = \(stringLiteral(content.mediaType))")
            })
    }

    func view() -> OperationView {
        OperationView(
            access: access, client: catalog.names.client, isDeprecated: operation.isDeprecated,
            name: escaped(method), error: error, methods: methods(), pages: pages())
    }

    // MARK: Methods

    private func methods() -> [MethodView] {
        var result = methods(escaped(method), catalog.names.responses[number], outcomes)
        if let streamOutcomes {
            let (name, response) = catalog.names.streams[number]
            result += methods(name, response, streamOutcomes, streams: true)
        }
        for index in result.indices.dropFirst() { result[index].isFollowing = true }
        return result
    }

    /// The method that returns the body, for each way to give the request's, and the one with the whole response.
    private func methods(
        _ name: String, _ responseName: String, _ outcomes: Outcomes, streams: Bool = false
    ) -> [MethodView] {
        let whole = parameterList(outcomes, choosesContent: true)
        var result: [MethodView] = []
        if contents.enumeration != nil, contents.preferred != nil {
            let preferred = parameterList(outcomes)
            result.append(forwarding(name, to: responseName, preferred, choosesContent: false, outcomes, streams))
            // A call without a body is one of the method before.
            let chosen = parameterList(outcomes, choosesContent: true, needsBody: true)
            result.append(forwarding(name, to: responseName, chosen, choosesContent: true, outcomes, streams))
        } else {
            result.append(forwarding(name, to: responseName, whole, choosesContent: true, outcomes, streams))
        }
        var comment = DocComment()
        comment.paragraph("Calls `\(name.filter { $0 != "`" })`, and returns the status and the headers beside the body.")
        var sending = method(
            responseName, whole, result: .generic("ClientResponse", outcomes.result ?? .named("NoBody")), comment.lines)
        sending.sending = MethodView.Sending(
            request: request(), statements: statements(outcomes), responses: responses(outcomes))
        return result + [sending]
    }

    private func statements(_ outcomes: Outcomes) -> [String] {
        let choice = outcomes.acceptable.count > 1 ? ["request.accept(accept)"] : []
        return operation.parameters.indices.flatMap(statement) + choice + contents.statements
    }

    private func responses(_ outcomes: Outcomes) -> [String] {
        var list = Arguments()
        for entry in outcomes.entries { list.add(entry) }
        return list.lines
    }

    /// The method that returns nothing but the body.
    private func forwarding(
        _ name: String, to responseName: String, _ parameters: [MethodParameter], choosesContent: Bool,
        _ outcomes: Outcomes, _ streams: Bool
    ) -> MethodView {
        let arguments = parameters.map { parameter in
            guard !choosesContent, parameter.isBody, let preferred = contents.preferred else {
                return parameter.argument
            }
            let name = contents.caseNames[preferred]
            if contents.isRequired { return ".\(name)(body)" }
            return contents.isNullable(preferred) ? "body.given.map { .\(name)($0) }" : "body.map { .\(name)($0) }"
        }
        let start = (outcomes.result == nil ? "_ = " : "") + "try await \(responseName)("
        let end = outcomes.result == nil ? ")" : ").body"
        let lines = filled(arguments, separator: ",")
        var view = method(name, parameters, result: outcomes.result, documentation(parameters, outcomes, streams: streams))
        view.forwarding = onOneLine(lines, width: 110 - start.utf8.count - end.utf8.count).map { [start + $0 + end] }
            ?? [start] + lines.map { "    " + $0 } + [end]
        return view
    }

    private func method(
        _ name: String, _ parameters: [MethodParameter], result: SwiftType?, _ documentation: [String]
    ) -> MethodView {
        let lines = filled(parameters.map(\.declaration), separator: ",")
        let rest = "    func \(name)() async throws(\(error))\(result.map { " -> \($0)" } ?? "") {"
        return MethodView(
            documentation: documentation, name: name, parameters: lines,
            shortParameters: lines.isEmpty ? "" : onOneLine(lines, width: 110 - rest.utf8.count), result: result?.text)
    }

    // MARK: Parameters

    private struct MethodParameter {
        /// `projectID: UUID`
        var declaration: String
        /// `projectID: projectID`
        var argument: String
        var isRequired: Bool
        /// The parameter's position in the description; nil for the body and the accepted media type.
        var number: Int?
        var isBody = false
    }

    /// The method's parameters: what has to be given, the body, what can be left out.
    ///
    /// - Parameters:
    ///   - choosesContent: Whether the body says which of several media types it is in.
    ///   - needsBody: Whether an optional body has to be given.
    private func parameterList(
        _ outcomes: Outcomes, choosesContent: Bool = false, needsBody: Bool = false
    ) -> [MethodParameter] {
        var result: [MethodParameter] = []
        for (number, parameter) in operation.parameters.enumerated() {
            let name = escaped(names[number])
            let type = catalog.swiftType(parameter.type.type)
            let standard = catalog.defaultExpression(parameter.defaultValue, for: parameter.type)
            var declaration = "\(name): \(parameter.isRequired ? catalog.swiftType(parameter.type) : .optional(type))"
            if !parameter.isRequired { declaration += " = nil" } else if let standard { declaration += " = \(standard)" }
            let isRequired = parameter.isRequired && standard == nil
            result.append(
                MethodParameter(
                    declaration: declaration, argument: "\(label(names[number])): \(name)", isRequired: isRequired, number: number))
        }
        var ordered = result.filter(\.isRequired)
        if let declaration = bodyDeclaration(choosesContent, needsBody: needsBody) {
            ordered.append(
                MethodParameter(
                    declaration: declaration, argument: "body", isRequired: contents.isRequired, isBody: true))
        }
        ordered += result.filter { !$0.isRequired }
        if outcomes.acceptable.count > 1 {
            ordered.append(
                MethodParameter(declaration: "accept: \(accept)? = nil", argument: "accept: accept", isRequired: false))
        }
        return ordered
    }

    /// The declaration of the body's parameter; nil without one.
    private func bodyDeclaration(_ choosesContent: Bool, needsBody: Bool) -> String? {
        if contents.contents.isEmpty { return nil }
        if choosesContent, let enumeration = contents.enumeration {
            return contents.isRequired || needsBody ? "_ body: \(enumeration)" : "_ body: \(enumeration)? = nil"
        }
        guard let preferred = contents.preferred else { return nil }
        let type = contents.type(preferred)
        switch (contents.isRequired, contents.isNullable(preferred)) {
        case (true, false): return "_ body: \(type)"
        case (true, true): return "_ body: \(SwiftType.optional(type))"
        case (false, false): return "_ body: \(SwiftType.optional(type)) = nil"
        case (false, true): return "_ body: Presence<\(type)> = .absent"
        }
    }

    // MARK: The request

    private func request() -> [String] {
        var arguments = [
            stringLiteral(operation.method), stringLiteral(operation.path), "operationID: \(stringLiteral(operation.id))",
        ]
        if let server = catalog.server(of: operation) {
            arguments.append("server: \(stringLiteral(server))")
        }
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
        if parameter.location == .querystring { return querystring(parameter, name) }
        var arguments = [stringLiteral(parameter.name)]
        arguments.append(parameter.contentType == nil ? name : "json: \(name)")
        if parameter.contentType == nil {
            let standard = parameter.location.standardForm
            if parameter.style != standard.style { arguments.append("style: .\(parameter.style.rawValue)") }
            if parameter.explode != standard.explode { arguments.append("explode: \(parameter.explode)") }
            if parameter.allowReserved { arguments.append("allowReserved: true") }
        }
        return requestCall(parameter.location.rawValue, arguments, catalog.constraints(of: parameter.type))
    }

    /// The statement for a parameter that is the whole query.
    private func querystring(_ parameter: Parameter, _ name: String) -> [String] {
        let isForm = parameter.contentType?.contains("json") == false
        var arguments = [isForm ? "form: \(name)" : "json: \(name)"]
        if isForm { arguments += PropertyEncodings(parameter.encodings, of: parameter.type, catalog).arguments }
        return requestCall("querystring", arguments, catalog.constraints(of: parameter.type))
    }

    // MARK: Documentation

    /// - Parameter streams: whether it is the one of two methods that returns elements as they arrive.
    private func documentation(
        _ parameters: [MethodParameter], _ outcomes: Outcomes, streams: Bool
    ) -> [String] {
        var comment = DocComment()
        comment.paragraph(operation.summary)
        if operation.documentation != operation.summary { comment.paragraph(operation.documentation) }
        if comment.lines.isEmpty { comment.paragraph("`\(operation.method) \(operation.path)`") }
        for link in operation.responses.flatMap(\.links) { comment.paragraph(documentation(of: link)) }
        if let server = catalog.server(of: operation) {
            if server.contains("://") {
                let condition =
                    catalog.defaultServer == nil ? "" : ", unless the client has been given a server that the description does not list"
                comment.paragraph("Sent to `\(printable(server))`\(condition).")
            } else {
                comment.paragraph("Sent to `\(printable(server))` on the client's server.")
            }
        }
        if streams { comment.paragraph("For a request that asks for a stream. `\(method)` is for one that does not.") }
        let items = parameters.compactMap { parameter -> (String, String)? in
            let text: String?
            let name: String
            if let number = parameter.number {
                name = names[number]
                text = documentation(of: operation.parameters[number])
            } else if parameter.isBody {
                (name, text) = ("body", operation.requestBody?.documentation)
            } else {
                (name, text) = ("accept", "The media type of the response that is asked for; nil for any of them.")
            }
            let isDeprecated = parameter.number.map { operation.parameters[$0].isDeprecated } ?? false
            let words = [isDeprecated ? "Deprecated." : nil, text].compactMap { $0 }.joined(separator: " ")
            return words.isEmpty ? nil : (name, words)
        }
        if !items.isEmpty {
            comment.gap()
            comment.list("Parameters", items)
        }
        if let text = outcomes.documentation, !text.isEmpty, outcomes.result != nil,
            ![operation.summary, operation.documentation].contains(text)
        {
            comment.gap()
            comment.item("Returns", text)
        }
        comment.seeAlso(operation.externalDocumentation)
        return comment.lines
    }

    private func documentation(of parameter: Parameter) -> String? {
        guard let literal = parameter.defaultValue, !parameter.isRequired else { return parameter.documentation }
        let standard = "The server assumes \(Markdown.code(forDefault: literal)) if it is left out."
        guard let text = parameter.documentation, !text.isEmpty else { return standard }
        // A list, a table or code stands alone.
        return text + (text.contains("\n") ? "\n\n" : " ") + standard
    }

    /// What to call next, and with what.
    private func documentation(of link: Response.Link) -> String {
        let known = catalog.api.operations.firstIndex { $0.id == link.target }
        let target = known.map { catalog.names.operations[$0] } ?? link.target
        let arguments = link.arguments.map { "`\(printable($0.name))` from `\(printable($0.value))`" }
        let call = "Leads to `\(printable(target))`" + (arguments.isEmpty ? "" : ", with " + arguments.joined(separator: ", "))
        return [call + ".", link.documentation].compactMap { $0 }.joined(separator: " ")
    }

    // MARK: Pages

    private func pages() -> PagesView? {
        guard let pagination = operation.pagination, outcomes.successes.isEmpty, let page = outcomes.result,
            let response = successType(), let next = member(pagination.responseProperty, of: response),
            let items = member(pagination.itemsProperty, of: response),
            case .array(let item) = catalog.resolved(items.member.type.type)
        else { return nil }
        let all = parameterList(outcomes)
        var view = PagesView(
            documentation: [], methodName: catalog.names.pages[number], pageParameters: [], page: page.text,
            item: catalog.swiftType(item).text, start: "body", next: escaped(next.name), into: "self", items: escaped(items.name),
            pageArguments: "")
        var comment = DocComment()
        comment.paragraph("Pages through the results of `\(method)`.")
        view.documentation = comment.lines
        if let preferred = contents.preferred, case .json(let use) = contents.contents[preferred].coding,
            let into = member(pagination.requestProperty, of: use)
        {
            view.into = escaped(into.name)
            let parameters = all.map { $0.isBody ? "_ body: \(catalog.swiftType(use.type))" : $0.declaration }
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

    private func member(_ name: String, of use: TypeUse) -> SwiftProperty? {
        guard case .named(let id) = catalog.resolved(use.type) else { return nil }
        return catalog.properties[id]?.first { $0.member.name == name && $0.form != .constant }
    }
}

extension Operation {
    /// Whether a success is a stream of elements or another body, as the request asks for.
    fileprivate var streamsBesideOthers: Bool {
        let kinds = responses.filter(\.status.isSuccess).flatMap { $0.contents.map(\.isStream) }
        return kinds.contains(true) && kinds.contains(false)
    }
}

extension Parameter.Location {
    /// The style and `explode` that the runtime takes unless it is told otherwise (OpenAPI 3.1, Parameter Object).
    fileprivate var standardForm: (style: Parameter.Style, explode: Bool) {
        switch self {
        case .path, .header: (.simple, false)
        case .query, .querystring, .cookie: (.form, true)
        }
    }
}
