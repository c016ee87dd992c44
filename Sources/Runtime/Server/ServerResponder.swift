public import ApusClient
public import ApusModels
import Dispatch
public import HTTPTypes

/// Answers the requests of an API with the handlers of a server.
///
/// The generated method `register(on:)` creates a responder and registers it on a ``ServerTransport``.
public struct ServerResponder: Sendable {
    /// The operations in the order of the API description.
    public let operations: [ServerOperation]
    private let configuration: ServerConfiguration
    private let authentication: Authentication
    private var tree = RouteTree()

    /// - Parameters:
    ///   - basePaths: The paths of the API's servers, such as `/v1`. Each path template is below each of them.
    ///   - security: The security schemes that the operations require.
    public init(
        basePaths: [String] = [""], security: [ServerSecurityScheme] = [],
        configuration: ServerConfiguration = ServerConfiguration(), operations: [ServerOperation]
    ) {
        self.operations = operations
        self.configuration = configuration
        authentication = Authentication(
            schemes: Dictionary(security.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
        for (index, operation) in operations.enumerated() {
            for path in operation.basePaths ?? basePaths {
                tree.insert(.init(operation: index, template: RouteTemplate(operation.path, below: path)))
            }
        }
    }

    /// Answers a request, or returns `nil` if the API does not answer it, because its path belongs to no operation.
    ///
    /// - Parameters:
    ///   - head: The request. Its path is the whole path and query as received.
    ///   - body: The body, which need not have been received yet.
    ///   - answersOtherMethods: Whether a request is answered if operations have its path, but none has its method:
    ///     OPTIONS with the methods, others with a status 405. If not, the result is `nil`, so that another route of the
    ///     app can answer.
    public func respond(
        to head: HTTPRequest, body: HTTPBody?, answersOtherMethods: Bool = true
    ) async -> ServerReply? {
        let (path, query) = Self.target(head.path ?? "/")
        let matches = tree.matches(path)
        guard let first = matches.first else { return nil }
        let pairs = QueryPairs(query, maximum: configuration.maximumPairs)
        let found = match(matches, method: head.method.rawValue, pairs)
        if found == nil, !answersOtherMethods { return nil }
        let request = ServerRequest(
            head: head, operationID: found.map { operations[$0.route.operation].operationID },
            template: operations[(found ?? first).route.operation].path)
        var received = body?.mapErrors(ReceivedBody.refusal)
        let excess = Excess()
        received?.onExcess = { excess.note() }
        let reply = await pass(request, received, configuration.middlewares[...], excess) { request, body in
            do {
                try checkSize(of: request.head)
                guard let found else { return try answerOtherMethod(matches, request) }
                return try await answer(found, pairs, request, body)
            } catch {
                return failure(error, request, excess)
            }
        }
        guard head.method == .head else { return reply }
        return reply.withoutBody
    }

    /// Returns the response to a request whose path belongs to no operation.
    public func notFound(_ head: HTTPRequest) -> ServerReply {
        refuse(ServerRefusal(.notFound, "there is nothing at this path"))
    }

    // MARK: Routing

    /// Returns the path and the query of a request target. A target in absolute form has a host before its path
    /// (RFC 9112, section 3.2.2).
    private static func target(_ target: String) -> (path: Substring, query: Substring) {
        var rest = target[..<(target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex)]
        if rest.first != "/", let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
        }
        guard let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (rest, "") }
        return (rest[..<mark], rest[rest.index(after: mark)...])
    }

    /// Returns the most specific match with the method, and with the query if path templates have one.
    private func match(_ matches: [RouteTree.Match], method: String, _ query: QueryPairs) -> RouteTree.Match? {
        var best: (match: RouteTree.Match, pairs: Int)?
        // A HEAD request is answered like a GET request.
        let methods = method == "HEAD" ? ["HEAD", "GET"] : [method]
        for method in methods where best == nil {
            for match in matches where operations[match.route.operation].method == method {
                guard let match = match.with(query) else { continue }
                let pairs = match.route.template.query.count
                if best.map({ $0.pairs < pairs }) ?? true { best = (match, pairs) }
            }
        }
        return best?.match
    }

    private func answerOtherMethod(_ matches: [RouteTree.Match], _ request: ServerRequest) throws -> ServerReply {
        var methods: [String] = []
        for match in matches {
            let method = operations[match.route.operation].method
            for method in method == "GET" ? [method, "HEAD"] : [method] where !methods.contains(method) {
                methods.append(method)
            }
        }
        let allow: HTTPFields = [.allow: (methods + ["OPTIONS"]).joined(separator: ", ")]
        if request.head.method == .options { return ServerReply(HTTPResponse(status: .noContent, headerFields: allow)) }
        if methods.contains(request.head.method.rawValue) {
            throw ServerRefusal(.notFound, "there is nothing with this query at this path")
        }
        throw ServerRefusal(
            .methodNotAllowed, "the method must be \(methods.joined(separator: " or "))", headers: allow)
    }

    // MARK: Answering

    private func pass(
        _ request: ServerRequest, _ body: HTTPBody?, _ middlewares: ArraySlice<any ServerMiddleware>, _ excess: Excess,
        _ answer: @escaping @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async -> ServerReply {
        await ServerRequest.$current.withValue(request) {
            guard let middleware = middlewares.first else { return await answer(request, body) }
            do {
                return try await middleware.intercept(request, body: body) { request, body in
                    await pass(request, body, middlewares.dropFirst(), excess, answer)
                }
            } catch {
                return failure(error, request, excess)
            }
        }
    }

    private func checkSize(of head: HTTPRequest) throws {
        if (head.path ?? "").utf8.count > configuration.maximumTargetSize {
            throw ServerRefusal(
                .targetTooLong, "path and query must not be larger than \(configuration.maximumTargetSize) bytes")
        }
        let size = head.headerFields.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        if size > configuration.maximumHeaderSize {
            throw ServerRefusal(
                .headersTooLarge,
                "the header fields must not be larger than \(configuration.maximumHeaderSize) bytes")
        }
    }

    private func answer(
        _ match: RouteTree.Match, _ query: QueryPairs, _ request: ServerRequest, _ body: HTTPBody?
    ) async throws -> ServerReply {
        let operation = operations[match.route.operation]
        let acceptance = Acceptance(request.headers.value(of: .accept))
        do {
            let identities = try await authentication.identities(for: operation, request, query)
            let types = operation.successes.flatMap(\.contentTypes)
            if !types.isEmpty, acceptance.best(of: types) == nil,
                operation.successes.allSatisfy({ !$0.contentTypes.isEmpty })
            {
                throw ServerRefusal(
                    .notAcceptable, "responses have the media type \(types.map { "`\($0)`" }.joined(separator: " or "))"
                )
            }
            let reading = OperationRequest(
                request, pathTexts: match.values, query: query, body: body, identities: identities,
                configuration: configuration)
            switch operation.handler {
            case .outcome(let handler):
                return try reply(try await handler(reading), operation.successes, acceptance)
            case .reply(let handler): return try await handler(reading)
            }
        } catch {
            return try reply(to: error, operation, acceptance)
        }
    }

    private func reply(
        _ outcome: ServerOutcome, _ forms: [ResponseForm], _ acceptance: Acceptance
    ) throws -> ServerReply {
        try ReplyBuilder(acceptance: acceptance, configuration: configuration)
            .reply(forms[outcome.form], forms, outcome)
    }

    /// Returns the documented response for an error that a handler throws.
    private func reply(
        to error: any Error, _ operation: ServerOperation, _ acceptance: Acceptance
    ) throws -> ServerReply {
        switch error {
        case let error as any ServerFailure where operation.failureType == type(of: error):
            return try reply(error.outcome, operation.failures, acceptance)
        case let error as DocumentedFailure:
            guard let (form, outcome) = operation.failure(error) else {
                throw ServerError.undocumentedFailure(
                    status: error.status, body: error.body.map { "\(type(of: $0))" } ?? "nothing")
            }
            return try ReplyBuilder(acceptance: acceptance, configuration: configuration)
                .reply(form, operation.failures, outcome)
        default: throw error
        }
    }

    // MARK: Failing

    private func failure(_ error: any Error, _ request: ServerRequest, _ excess: Excess) -> ServerReply {
        var error = error
        if case HTTPBodyError.tooLarge(let maximum) = error, excess.isNoted { error = ReceivedBody.tooLarge(maximum) }
        if var refusal = error as? ServerRefusal {
            refusal.operationID = request.operationID
            return refuse(refusal)
        }
        // The client learns nothing about the error.
        let details: JSONValue = ["type": "about:blank", "title": "Internal Server Error", "status": 500]
        var reply = ServerReply.problem(500, details)
        reply.cause = error
        return reply
    }

    private func refuse(_ refusal: ServerRefusal) -> ServerReply {
        var reply = configuration.refusal?(refusal) ?? .problem(refusal.status, refusal.problemDetails)
        for field in refusal.headers where reply.head.headerFields[field.name] == nil || field.name == .wwwAuthenticate
        {
            reply.head.headerFields.append(field)
        }
        if reply.cause == nil { reply.cause = refusal }
        return reply
    }
}

/// Whether a request's body is larger than the limit of the handler or the middleware that collects it.
private final class Excess: Sendable {
    // Its value is the number of notes.
    private let notes = DispatchSemaphore(value: 0)

    func note() { notes.signal() }

    /// Can be asked once.
    var isNoted: Bool { notes.wait(timeout: .now()) == .success }
}

extension RouteTree.Match {
    /// Returns the match, including variables in the query, or `nil` if the query lacks a pair of the template.
    fileprivate func with(_ query: QueryPairs) -> RouteTree.Match? {
        if route.template.query.isEmpty { return self }
        var values = values
        for pair in route.template.query {
            guard let text = query.values(pair.name).first else { return nil }
            if let variable = pair.variable {
                values[variable] = String(text)
            } else if PercentDecoding.decode(text, plusIsSpace: true) != pair.value {
                return nil
            }
        }
        return RouteTree.Match(route: route, values: values)
    }
}

extension ServerReply {
    /// Returns a response with a JSON body.
    public static func json(
        _ status: Int, _ body: some JSONCodable, contentType: String = "application/json", headers: HTTPFields = [:]
    ) -> ServerReply {
        var headers = headers
        headers[.contentType] = contentType
        let bytes = (try? JSON.encode(body)) ?? []
        return ServerReply(HTTPResponse(status: .init(code: status), headerFields: headers), body: HTTPBody(bytes))
    }

    package static func problem(_ status: Int, _ details: JSONValue) -> ServerReply {
        json(status, details, contentType: "application/problem+json")
    }

    /// The response to HEAD: the same head, with the length of the omitted body.
    fileprivate var withoutBody: ServerReply {
        var reply = self
        if case .known(let length) = body?.length, reply.head.headerFields[.contentLength] == nil {
            reply.head.headerFields[.contentLength] = String(length)
        }
        reply.body = nil
        return reply
    }
}
