import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Operations. Each is lowered completely or not at all.
extension OperationLowering {
    mutating func lowerOperations() -> [Operation] {
        var result: [Operation] = []
        let madeIDs = repeatedIDs()
        for (path, item) in document.paths {
            for (method, operation) in item.operations where isWanted(operation, method: method, path: path) {
                var id = operation.operationID ?? PlaceNames.operationID(method: method, path: path)
                if operation.operationID == nil, madeIDs.contains(id) { id = "\(method.lowercased()) \(path)" }
                if let lowered = lowerOperation(operation, id: id, method: method, path: path, item: item) {
                    result.append(lowered)
                }
            }
        }
        return result
    }

    /// The ids that were derived for several operations, or that are also the `operationId` of another operation.
    private func repeatedIDs() -> Set<String> {
        var seen: Set<String> = []
        var repeated: Set<String> = []
        for (path, item) in document.paths {
            for (method, operation) in item.operations {
                let id = operation.operationID ?? PlaceNames.operationID(method: method, path: path)
                if !seen.insert(id).inserted { repeated.insert(id) }
            }
        }
        return repeated
    }

    private mutating func lowerOperation(
        _ operation: OperationObject, id: String, method: String, path: String, item: PathItemObject
    ) -> Operation? {
        let start = schemas.mark
        schemas.reportUnread(in: operation.node)
        if let shared = item.node[.parameters] { schemas.reportUnread(in: shared) }
        // The documentation of the path applies to operations without their own.
        let isSilent = (operation.summary ?? "").isEmpty && (operation.description ?? "").isEmpty
        var result = Operation(
            id: id, explicitName: operation.node[.swiftName]?.string, method: method, path: path,
            summary: isSilent ? item.summary : operation.summary,
            documentation: isSilent ? item.description : operation.description,
            externalDocumentation: operation.externalDocumentation.map(ExternalDocumentation.init),
            isDeprecated: operation.isDeprecated,
            tags: operation.tags, security: security(operation.security ?? document.security ?? []),
            servers: lowerServers(own(operation.servers.isEmpty ? item.servers : operation.servers)),
            origin: operation.node.origin)
        result.parameters = lowerParameters(of: operation, item: item, id: id)
        for part in path.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let name = String(part.prefix { $0 != "}" })
            if result.parameters.contains(where: { $0.location == .path && $0.name == name }) { continue }
            diagnostics.error(
                .pathParameters, "the path has `{\(name)}`, but no path parameter has this name",
                at: operation.node.place)
        }
        result.requestBody = operation.requestBody.flatMap { lowerRequestBody($0, id: id) }
        // `default` is the success if no success is documented.
        let hasSuccess = operation.responses.contains { $0.name.hasPrefix("2") }
        for (status, response) in operation.responses {
            let isSuccess = status.hasPrefix("2") || status == "default" && !hasSuccess
            let direction: BodyDirection = isSuccess ? .response : .failure
            let isHead = method == "HEAD"
            if let response = lowerResponse(response, direction, status: status, isHead: isHead, id: id) {
                result.responses.append(response)
            }
        }
        result.pagination = pagination(of: operation, result)
        result.idempotency = idempotency(of: operation)
        guard schemas.hasFailed(since: start) else { return result }
        schemas.leaveOut("the operation `\(method) \(path)`", at: operation.node.place, since: start)
        return nil
    }

    // MARK: Bodies and responses

    private mutating func lowerRequestBody(
        _ body: RequestBodyObject, id: String
    ) -> RequestBody? {
        schemas.reportUnread(in: body.node)
        let names = namePath(of: body.node, "body", else: [id, "body"], partSchemas(of: body.content))
        let contents = lowerContents(body.content, .request, path: names)
        guard !contents.isEmpty else { return nil }
        return RequestBody(
            isRequired: body.isRequired, documentation: body.description, contents: contents,
            origin: body.node.origin)
    }

    private mutating func lowerResponse(
        _ response: ResponseObject, _ direction: BodyDirection, status: String, isHead: Bool, id: String
    ) -> Response? {
        let parsed: Response.Status
        if status == "default" {
            parsed = .default
        } else if status.hasSuffix("XX"), let digit = status.first?.wholeNumberValue {
            parsed = .range(digit)
        } else if let code = Int(status) {
            parsed = .code(code)
        } else {
            return nil
        }
        schemas.reportUnread(in: response.node)
        let path = namePath(
            of: response.node, "response",
            else: [id, status == "default" ? "defaultResponse" : "response\(status)"],
            partSchemas(of: response.content)
                + response.headers.map { PartSchema(words: [$0.name], schema: $0.object.valueSchema) })
        let headers = response.headers.compactMap { name, header -> Response.Header? in
            let names = namePath(
                of: header.node, "header", else: path.words + [name], [PartSchema(schema: header.valueSchema)])
            return lowerHeader(header, name: name, path: names)
        }
        return Response(
            status: parsed, documentation: response.description ?? response.summary, headers: headers,
            contents: contents(of: response, status: parsed, isHead: isHead, direction, path: path),
            links: response.links.compactMap { lowerLink($0.object) }, origin: response.node.origin)
    }

    /// The contents of a response. Responses to HEAD and those with 204, 205 and 304 have none (RFC 9110, sections
    /// 9.3.2 and 15).
    private mutating func contents(
        of response: ResponseObject, status: Response.Status, isHead: Bool, _ direction: BodyDirection,
        path: NamePath
    ) -> [Content] {
        guard isHead || [.code(204), .code(205), .code(304)].contains(status), let first = response.content.first else {
            return lowerContents(response.content, direction, path: path)
        }
        let subject = isHead ? "the response to HEAD" : "a response with this status"
        diagnostics.report(
            Diagnostic(
                .contentWithoutBody, .note, "\(subject) has no body, so its `content` is ignored",
                at: first.object.node.place))
        return []
    }

    /// A header field of a response or of a part.
    mutating func lowerHeader(_ header: HeaderObject, name: String, path: NamePath) -> Response.Header? {
        guard name.lowercased() != "content-type", let schema = header.valueSchema else { return nil }
        return Response.Header(
            name: name, isRequired: header.isRequired,
            documentation: header.description ?? schemas.documentation(ofValue: schema),
            type: schemas.lowerSchema([schema], path: path),
            explode: header.explode)
    }

    private func lowerLink(_ link: LinkObject) -> Response.Link? {
        guard let target = link.operationID ?? link.operationReference else { return nil }
        func argument(_ name: String, _ value: Node) -> Response.Link.Argument {
            let isExpression = value.kind == .string && (value.text.hasPrefix("$") || value.text.contains("{$"))
            return .init(name: name, value: isExpression ? value.text : value.literal.json)
        }
        var arguments = link.parameters.map { argument($0.name, $0.value) }
        if let body = link.requestBody { arguments.append(argument("body", body)) }
        return .init(target: target, documentation: link.description, arguments: arguments)
    }

    // MARK: Extensions

    private mutating func idempotency(of operation: OperationObject) -> Idempotency? {
        guard let node = operation.specificationExtension("x-apus-idempotent") else { return nil }
        if let isIdempotent = node.boolean { return isIdempotent ? .repeatable : .notRepeatable }
        let tokens = Set("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if let field = node.string, !field.isEmpty, field.allSatisfy(tokens.contains) { return .key(field: field) }
        diagnostics.invalidExtension(
            "`x-apus-idempotent` must be `true`, `false` or the header field of an idempotency key", node)
        return nil
    }
}

extension HeaderObject {
    /// The schema of the field's value, from `schema` or from `content`.
    fileprivate var valueSchema: Schema? { schema ?? content.first?.object.schema }
}
