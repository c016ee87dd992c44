import HTTPTypes

#if canImport(FoundationEssentials)
import struct FoundationEssentials.URL
#else
import struct Foundation.URL
#endif

/// What all generated clients have in common: it sends a request and sorts out the response.
public struct ClientCore: Sendable {
    private let server: String
    private let transport: any ClientTransport
    private let configuration: ClientConfiguration
    private let credentials: [String: Credential]

    /// - Parameters:
    ///   - server: the server's URL; if it is none, sending throws.
    ///   - credentials: by the names of security schemes.
    public init(
        server: String, transport: any ClientTransport, configuration: ClientConfiguration = ClientConfiguration(),
        credentials: [String: Credential] = [:]
    ) {
        self.server = server
        self.transport = transport
        self.configuration = configuration
        self.credentials = credentials
    }

    /// Sends a request and decodes the response.
    ///
    /// - Parameters:
    ///   - failure: the operation's error type.
    ///   - cases: the responses that the API description lists. The most specific status wins; among several of the
    ///     same status, the first whose content type fits.
    public func send<Output: Sendable, Failure: OperationError>(
        _ request: ClientRequest, throwing failure: Failure.Type = Failure.self,
        _ cases: [ResponseCase<Output, Failure>]
    ) async throws(Failure) -> ClientResponse<Output> {
        do {
            let (head, body) = try await exchange(request, accepting: accept(cases))
            return try interpret(head, body, operationID: request.operationID, cases)
        } catch let error as Failure {
            throw error
        } catch let error as UndocumentedResponse {
            throw .undocumented(error)
        } catch let error as DecodingFailure {
            throw .decoding(error)
        } catch let error as ValidationError {
            throw .validation(error)
        } catch {
            if Task.isCancelled || error is CancellationError { throw .cancelled }
            throw .transport(error)
        }
    }

    // MARK: Sending

    private func exchange(
        _ request: ClientRequest, accepting accept: String?
    ) async throws -> (HTTPResponse, [UInt8]) {
        if configuration.validatesRequests { try request.validate() }
        var message = try request.httpRequest()
        if let accept { message.headerFields[.accept] = accept }
        let baseURL = try ServerURL.parse(server)
        let schemes = try schemes(for: request.security)

        let retry = configuration.retry
        let mayRepeat = retry.allowsRepeating(
            method: request.method, operationID: request.operationID, body: request.content)
        var attempt = 1
        while true {
            try Task.checkCancellation()
            let delay: Duration
            do {
                let (head, body) = try await self.attempt(message, request, baseURL, schemes)
                guard mayRepeat, retry.statuses.contains(head.status.code),
                    let wait = retry.delay(afterAttempt: attempt, retryAfter: head.headerFields[.retryAfter])
                else { return (head, body) }
                delay = wait
            } catch {
                guard mayRepeat, isTransient(error),
                    let wait = retry.delay(afterAttempt: attempt, retryAfter: nil)
                else { throw error }
                delay = wait
            }
            try await retry.clock.sleep(delay)
            attempt += 1
        }
    }

    /// Sends the request once and collects the response.
    private func attempt(
        _ message: HTTPRequest, _ request: ClientRequest, _ baseURL: URL, _ schemes: [String]
    ) async throws -> (HTTPResponse, [UInt8]) {
        try await Timeout.run(configuration.timeout) {
            var message = message
            for scheme in schemes {
                try await credentials[scheme]?.apply(to: &message, scheme: scheme)
            }
            let (head, body) = try await pass(
                message, request.content, baseURL, request.operationID, configuration.middlewares[...])
            return (head, try await body?.collect(upTo: configuration.maximumBodySize) ?? [])
        }
    }

    private func pass(
        _ message: HTTPRequest, _ body: HTTPBody?, _ baseURL: URL, _ operationID: String,
        _ middlewares: ArraySlice<any ClientMiddleware>
    ) async throws -> (HTTPResponse, HTTPBody?) {
        guard let middleware = middlewares.first else {
            return try await transport.send(message, body: body, baseURL: baseURL, operationID: operationID)
        }
        return try await middleware.intercept(message, body: body, baseURL: baseURL, operationID: operationID) {
            try await pass($0, $1, $2, operationID, middlewares.dropFirst())
        }
    }

    /// Whether another attempt may go better.
    private func isTransient(_ error: any Error) -> Bool {
        switch error {
        case is CancellationError, is HTTPBodyError: false
        case let error as RequestError: error == .timedOut
        default: !Task.isCancelled
        }
    }

    /// The security schemes to use: the first alternative that the client has all credentials for.
    private func schemes(for alternatives: [[String]]) throws(RequestError) -> [String] {
        let usable = alternatives.filter { $0.allSatisfy { credentials[$0] != nil } }
        if let schemes = usable.first(where: { !$0.isEmpty }) { return schemes }
        if alternatives.isEmpty || !usable.isEmpty { return [] }
        throw .missingCredentials(alternatives: alternatives)
    }

    /// The listed content types, each once.
    private func accept<Output, Failure>(_ cases: [ResponseCase<Output, Failure>]) -> String? {
        var types: [String] = []
        for type in cases.compactMap(\.contentType) where !types.contains(type) && HTTPField.isValidValue(type) {
            types.append(type)
        }
        return types.isEmpty ? nil : types.joined(separator: ", ")
    }

    // MARK: Receiving

    private func interpret<Output, Failure>(
        _ head: HTTPResponse, _ body: [UInt8], operationID: String, _ cases: [ResponseCase<Output, Failure>]
    ) throws -> ClientResponse<Output> {
        let status = head.status.code
        let ranked = cases.compactMap { entry in entry.status.specificity(for: status).map { (entry, $0) } }
        guard let best = ranked.map(\.1).max() else {
            throw UndocumentedResponse(status: status, headers: head.headerFields, body: body)
        }
        let candidates = ranked.filter { $0.1 == best }.map(\.0)

        func failure(_ reason: DecodingFailure.Reason) -> DecodingFailure {
            DecodingFailure(
                operationID: operationID, status: status, reason: reason, excerpt: BodyExcerpt.text(of: body))
        }

        let contentType = head.headerFields[.contentType]
        guard let entry = candidates.first(where: { $0.accepts(contentType) }) else {
            throw failure(.contentType(contentType ?? "", expected: candidates.compactMap(\.contentType)))
        }
        let response = ReceivedResponse(
            status: status, charset: contentType.flatMap { MediaType($0)?.charset }, body: body,
            validates: configuration.validatesResponses)
        do {
            switch try entry.outcome(response) {
            case .success(let output):
                return ClientResponse(status: status, headers: head.headerFields, body: output)
            case .failure(let error): throw error
            }
        } catch let error as JSONError {
            throw failure(.json(error))
        } catch let error as TextError {
            throw failure(.text(encoding: error.encoding))
        }
    }
}

extension ClientCore: CustomStringConvertible, CustomReflectable {
    public var description: String { "ClientCore(server: \(server))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ResponseCase {
    /// Whether a body of this content type is for this entry; one of an unknown type is.
    fileprivate func accepts(_ actual: String?) -> Bool {
        guard let contentType, let actual else { return true }
        guard let expected = MediaType(contentType), let actual = MediaType(actual) else { return false }
        return expected.includes(actual) || form == .json && expected.isJSON && actual.isJSON
    }
}
