import ApusModels
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The part that all generated clients share: sends a request and decodes the response.
public struct ClientCore: Sendable {
    private let servers: ClientServers
    private let transport: any ClientTransport
    private let configuration: ClientConfiguration
    private let credentials: [String: Credential]

    /// - Parameters:
    ///   - server: The server's URL. If it is not valid, sending a request throws.
    ///   - path: The path below `server`, if the API description has a relative server.
    ///   - describedServers: The servers of the API description, as URLs with variables in braces. An operation's own
    ///     server is used only if `server` matches one of these, or if there are none.
    ///   - credentials: The credentials by the names of their security schemes.
    public init(
        server: String, path: String? = nil, describedServers: [String] = [], transport: any ClientTransport,
        configuration: ClientConfiguration = ClientConfiguration(), credentials: [String: Credential] = [:]
    ) {
        servers = ClientServers(server: server, path: path, described: describedServers)
        self.transport = transport
        self.configuration = configuration
        self.credentials = credentials
    }

    /// Creates a client core whose security schemes are listed by a type instead of named by strings.
    public init<Scheme: RawRepresentable<String> & Hashable>(
        server: String, path: String? = nil, describedServers: [String] = [], transport: any ClientTransport,
        configuration: ClientConfiguration = ClientConfiguration(), credentials: [Scheme: Credential]
    ) {
        var named: [String: Credential] = [:]
        for (scheme, credential) in credentials { named[scheme.rawValue] = credential }
        self.init(
            server: server, path: path, describedServers: describedServers, transport: transport,
            configuration: configuration, credentials: named)
    }

    /// Sends a request and decodes the response.
    ///
    /// - Parameters:
    ///   - failure: The operation's error type.
    ///   - cases: The responses that the API description lists. The most specific status wins. Among responses of the
    ///     same status, the best match of the content type wins.
    public func send<Output: Sendable, Failure: OperationError>(
        _ request: ClientRequest, throwing failure: Failure.Type = Failure.self,
        _ cases: [ResponseCase<Output, Failure>]
    ) async throws(Failure) -> ClientResponse<Output> {
        do {
            let contents = request.contents
            let accept = contents.accept ?? accept(cases)
            let response = try await exchange(request, accepting: accept) { head in
                switch ResponseMatch(head, method: contents.method, in: cases).entry?.form {
                case .stream: .stream
                case nil: .beginning
                case .json, .text, .bytes, .some(.none): .whole
                }
            }
            return try interpret(response, contents, cases)
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

    /// A response whose body is in memory or still to be streamed.
    private struct Received: Sendable {
        var head: HTTPResponse
        var bytes: [UInt8]
        var stream: HTTPBody
    }

    /// How much of a body is read before the response is interpreted.
    private enum Reading {
        case whole, stream
        /// As much as an error for an undocumented response keeps.
        case beginning
    }

    private func exchange(
        _ request: ClientRequest, accepting accept: String?, reading: @escaping @Sendable (HTTPResponse) -> Reading
    ) async throws -> Received {
        if configuration.validatesRequests { try request.validate() }
        let contents = request.contents
        var message = try request.httpRequest()
        if let accept { message.headerFields[.accept] = accept }
        let baseURL = try ServerURL.parse(servers.server(of: contents))
        let schemes = try schemes(for: contents.security)

        let retry = configuration.retry
        let mayRepeat = retry.allowsRepeating(
            method: contents.method, operationID: contents.operationID, body: contents.body)
        var attempt = 1
        while true {
            try Task.checkCancellation()
            let delay: Duration
            do {
                let response = try await self.attempt(message, contents, baseURL, schemes, reading)
                guard mayRepeat, retry.statuses.contains(response.head.status.code),
                    let wait = retry.delay(
                        afterAttempt: attempt, retryAfter: response.head.headerFields[.retryAfter])
                else { return response }
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

    /// Sends the request once and collects the response's body, unless the body is a stream.
    private func attempt(
        _ message: HTTPRequest, _ request: ClientRequest.Contents, _ baseURL: URL, _ schemes: [String],
        _ reading: @escaping @Sendable (HTTPResponse) -> Reading
    ) async throws -> Received {
        try await Timeout.run(configuration.timeout) {
            var message = message
            for scheme in schemes {
                try await credentials[scheme]?.apply(to: &message, scheme: scheme)
            }
            let (head, body) = try await pass(
                message, request.body, baseURL, request.operationID, configuration.middlewares[...])
            let stream = body ?? HTTPBody([])
            let bytes: [UInt8] =
                switch reading(head) {
                case .stream: []
                case .whole: try await stream.collect(upTo: configuration.maximumBodySize)
                case .beginning: try await stream.beginning(upTo: configuration.maximumUndocumentedBodySize)
                }
            return Received(head: head, bytes: bytes, stream: stream)
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

    /// Whether another attempt may succeed.
    private func isTransient(_ error: any Error) -> Bool {
        switch error {
        case is CancellationError, is HTTPBodyError: false
        case let error as RequestError: error == .timedOut
        default: !Task.isCancelled
        }
    }

    /// Returns the security schemes to use: the first alternative for which the client has all credentials.
    private func schemes(for alternatives: [[String]]) throws(RequestError) -> [String] {
        let usable = alternatives.filter { $0.allSatisfy { credentials[$0] != nil } }
        if let schemes = usable.first(where: { !$0.isEmpty }) {
            let places = Set(schemes.map { credentials[$0]?.place })
            if places.count < schemes.count { throw .conflictingCredentials(schemes: schemes) }
            return schemes
        }
        if alternatives.isEmpty || !usable.isEmpty { return [] }
        throw .missingCredentials(alternatives: alternatives)
    }

    /// Returns the `Accept` field: the content types of successful responses, each once, in the order of the API
    /// description.
    private func accept<Output, Failure>(_ cases: [ResponseCase<Output, Failure>]) -> String? {
        var types: [String] = []
        for type in cases.filter(\.isSuccess).flatMap(\.contentTypes)
        where !types.contains(type) && HTTPField.isValidValue(type) {
            types.append(type)
        }
        return types.isEmpty ? nil : types.joined(separator: ", ")
    }

    // MARK: Receiving

    private func interpret<Output, Failure>(
        _ response: Received, _ request: ClientRequest.Contents, _ cases: [ResponseCase<Output, Failure>]
    ) throws -> ClientResponse<Output> {
        let head = response.head
        let status = head.status.code
        guard let entry = ResponseMatch(head, method: request.method, in: cases).entry else {
            throw UndocumentedResponse(status: status, headers: head.headerFields, body: response.bytes)
        }
        func failure(_ reason: DecodingFailure.Reason) -> DecodingFailure {
            DecodingFailure(
                operationID: request.operationID, status: status, headers: head.headerFields, reason: reason,
                body: Array(response.bytes.prefix(configuration.maximumUndocumentedBodySize)))
        }
        let received = ReceivedResponse(
            status: status, headers: head.headerFields, contentType: head.headerFields[.contentType],
            body: response.bytes, stream: response.stream, validates: configuration.validatesResponses,
            maximumElementSize: configuration.maximumBodySize)
        do {
            switch try entry.outcome(received) {
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
    public var description: String { "ClientCore(server: \(servers.server))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
