/// Makes the views of an operation.
struct OperationBuilder {
    private let operation: SwiftOperation
    private let client: String
    private let access: String

    /// - Parameter client: The name of the client.
    init(_ operation: SwiftOperation, client: String, access: String) {
        self.operation = operation
        self.client = client
        self.access = access
    }

    private var names: OperationNames { operation.names }
    private var contents: SwiftContents { operation.contents }

    // MARK: Enums

    func errorView() -> OutcomeView {
        OutcomeView(
            access: access, name: names.error, operation: names.method,
            operationID: SwiftText.literal(operation.operation.id), conformances: "OperationError",
            cases: operation.responses.errors.map { OutcomeView.Case($0) })
    }

    /// The enum of the results, or `nil` if there is only one type.
    func successView() -> OutcomeView? {
        let responses = operation.responses
        if responses.successes.isEmpty { return nil }
        return OutcomeView(
            access: access, name: names.success, operation: names.method,
            conformances: responses.isHashable ? "Hashable, Sendable" : "Sendable",
            cases: responses.successes.map { OutcomeView.Case($0) })
    }

    /// The enum of the media types of the request's body. `nil` if there is no choice.
    func contentView() -> OutcomeView? {
        guard let name = contents.enumeration else { return nil }
        return OutcomeView(
            access: access, name: name, operation: names.method, conformances: "Sendable",
            cases: contents.alternatives.map { OutcomeView.Case($0) })
    }

    /// The enum of the media types that a caller can ask for. `nil` if there is no choice.
    func acceptView() -> OutcomeView? {
        guard operation.responses.isChoice else { return nil }
        return OutcomeView(
            access: access, name: names.accept, operation: names.method, conformances: "String, CaseIterable, Sendable",
            cases: operation.responses.acceptable.map {
                OutcomeView.Case(
                    documentation: [], name: Identifier.escaped($0.name),
                    payload: " = \(SwiftText.literal($0.mediaType))")
            })
    }

    // MARK: Methods

    func view() -> OperationView {
        var all = methods(names.method, names.response, operation.responses)
        if let responses = operation.streamResponses {
            all += methods(names.stream, names.streamResponse, responses, isStream: true)
        }
        for index in all.indices.dropFirst() { all[index].isFollowing = true }
        return OperationView(
            access: access, client: client, isDeprecated: operation.operation.isDeprecated,
            name: Identifier.escaped(names.method),
            error: names.error, methods: all, pages: operation.pages.map(view))
    }

    /// The methods that return the body, one for each form of the request's body, and the one that returns the whole
    /// response.
    private func methods(
        _ name: String, _ responseName: String, _ responses: SwiftResponses, isStream: Bool = false
    ) -> [MethodView] {
        let all = operation.methodParameters(responses, choosesContent: true)
        var variants = [(parameters: all, choosesContent: true)]
        if contents.enumeration != nil, contents.preferred != nil {
            // The method before already accepts calls without a body.
            variants = [
                (operation.methodParameters(responses), false),
                (operation.methodParameters(responses, choosesContent: true, needsBody: true), true),
            ]
        }
        let forwarding = variants.map { parameters, choosesContent in
            var view = method(
                Identifier.escaped(name), parameters, result: responses.result,
                operation.documentation(parameters, responses, isStream: isStream))
            let arguments = parameters.map { argument($0, choosesContent: choosesContent) }
            view.forwarding = call(responseName, arguments, hasResult: responses.result != nil)
            return view
        }
        var comment = DocComment()
        comment.paragraph(
            "Calls `\(name)` with the same arguments, and returns the whole response.")
        var sending = method(
            responseName, all, result: .generic("ClientResponse", responses.result ?? .named("NoBody")), comment.lines)
        sending.sending = self.sending(responses)
        return forwarding + [sending]
    }

    private func method(
        _ name: String, _ parameters: [MethodParameter], result: SwiftType?, _ documentation: [String]
    ) -> MethodView {
        let lines = SwiftText.filled(parameters.map(\.declaration), separator: ",")
        let rest = "    func \(name)() async throws(\(names.error))\(result.map { " -> \($0)" } ?? "") {"
        return MethodView(
            documentation: documentation, name: name, parameters: lines,
            shortParameters: lines.isEmpty ? "" : SwiftText.onOneLine(lines, width: 110 - rest.utf8.count),
            result: result?.text)
    }

    /// The argument that passes a parameter on to the method with the whole response.
    private func argument(_ parameter: MethodParameter, choosesContent: Bool) -> String {
        guard !choosesContent, parameter.isBody, let preferred = contents.preferred else { return parameter.argument }
        if contents.isRequired { return ".\(preferred.name)(body)" }
        return preferred.isNullable
            ? "body.given.map { .\(preferred.name)($0) }" : "body.map { .\(preferred.name)($0) }"
    }

    /// The call of the method with the whole response.
    private func call(_ name: String, _ arguments: [String], hasResult: Bool) -> [String] {
        let start = (hasResult ? "" : "_ = ") + "try await \(name)("
        let end = hasResult ? ").body" : ")"
        let lines = SwiftText.filled(arguments, separator: ",")
        if let line = SwiftText.onOneLine(lines, width: 110 - start.utf8.count - end.utf8.count) {
            return [start + line + end]
        }
        return [start] + lines.map { "    " + $0 } + [end]
    }

    private func sending(_ responses: SwiftResponses) -> MethodView.Sending {
        var list = Arguments()
        for entry in responses.entries { list.add(entry.lines) }
        let choice = responses.isChoice ? ["request.accept(accept)"] : []
        return MethodView.Sending(
            request: request(),
            statements: operation.parameters.flatMap(RequestCall.lines) + choice + RequestCall.lines(for: contents),
            responses: list.lines)
    }

    /// The first arguments of a request.
    private func request() -> [String] {
        let description = operation.operation
        var arguments = [
            SwiftText.literal(description.method), SwiftText.literal(description.path),
            "operationID: \(SwiftText.literal(description.id))",
        ]
        if let server = operation.server { arguments.append("server: \(SwiftText.literal(server))") }
        if !operation.security.isEmpty {
            let alternatives = operation.security.map { "[\($0.map(SwiftText.literal).joined(separator: ", "))]" }
            arguments.append("security: [\(alternatives.joined(separator: ", "))]")
        }
        switch description.idempotency {
        case .repeatable: arguments.append("isIdempotent: true")
        case .notRepeatable: arguments.append("isIdempotent: false")
        case .key(let field): arguments.append("idempotencyKey: \(SwiftText.literal(field))")
        case nil: break
        }
        return SwiftText.filled(arguments, separator: ",")
    }

    // MARK: Pages

    private func view(of pages: SwiftPages) -> PagesView {
        let parameters = operation.methodParameters(operation.responses)
        var declarations = parameters.map(\.declaration)
        var start: String?
        switch pages.target {
        case .body(let type, _):
            start = "body"
            declarations = parameters.map { $0.isBody ? "_ body: \(type)" : $0.declaration }
        case .parameter(let parameter): start = Identifier.escaped(parameter.name)
        case .url: break
        }
        var comment = DocComment()
        comment.paragraph("Returns a sequence of the pages of `\(names.method)`.")
        let arguments = (start.map { ["from: \($0)"] } ?? []) + pages.arguments
        return PagesView(
            documentation: comment.lines, methodName: names.pages,
            pageParameters: SwiftText.filled(declarations, separator: ","),
            page: pages.page.text, item: pages.item.text, arguments: arguments.joined(separator: ", "),
            start: start ?? "()", calledName: start == nil ? names.response : Identifier.escaped(names.method),
            pageArguments: parameters.map(\.argument).joined(separator: ", "))
    }
}

extension OutcomeView.Case {
    fileprivate init(_ item: SwiftResponses.Case) {
        self.init(
            documentation: item.documentation, name: item.name, payload: item.payload.map { "(\($0))" } ?? "")
    }

    fileprivate init(_ item: SwiftContents.Alternative) {
        var comment = DocComment()
        comment.paragraph("`\(SwiftText.oneLine(item.content.mediaType))`")
        let payload = item.isNullable ? SwiftType.optional(item.type) : item.type
        self.init(documentation: comment.lines, name: Identifier.escaped(item.name), payload: "(\(payload))")
    }
}
