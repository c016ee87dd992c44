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
    private let account: RetryAccount?

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
        account = configuration.retry.budget.map { RetryAccount($0) }
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
            var descriptions: [ResponseDescription] = []
            descriptions.reserveCapacity(cases.count)
            for entry in cases { descriptions.append(entry.description) }
            let call = try call(request, descriptions)
            // The link is for this request only, not for those that a credential or a middleware may send.
            let response =
                PageLink.local.get() == nil
                ? try await call.response() : try await PageLink.local.withValue(nil) { try await call.response() }
            return try interpret(response, call, cases, descriptions)
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
            if let error = error as? RequestError { throw .invalidRequest(error) }
            throw .transport(error as? TransportFailure ?? TransportFailure(error))
        }
    }

    // MARK: Sending

    /// Returns the call of an operation.
    ///
    /// - Throws: ``RequestError``, or `ValidationError`.
    private func call(_ request: ClientRequest, _ responses: [ResponseDescription]) throws -> ClientCall {
        if configuration.validatesRequests { try request.validate() }
        let contents = request.contents
        var message = try request.httpRequest()
        if let accept = contents.accept ?? accept(responses) { message.headerFields[.accept] = accept }
        let isIdempotent = try setIdempotencyKey(of: &message, contents)
        var base = try servers.base(of: contents.server)
        if let link = PageLink.local.get() {
            let page = try PageLink.resolve(link, on: message.path, base.url)
            base = RequestBase(page.baseURL)
            message.path = page.path
        }
        var summary = RequestSummary(contents, path: message.path, base: base, isIdempotent: isIdempotent)
        summary.success = success(responses, contents.accept)
        let method = contents.method
        return ClientCall(
            message: message, body: contents.body, baseURL: base.url, transport: transport,
            configuration: configuration, credentials: try schemes(for: contents.security), account: account,
            summary: summary
        ) { head in
            switch ResponseMatch(head, method: method, in: responses).index.map({ responses[$0].form }) {
            case .stream: .stream
            case nil: .beginning
            case .json, .text, .bytes, .some(.none): .whole
            }
        }
    }

    /// Sets a random key unless the caller has set one. Returns whether the request may be repeated.
    private func setIdempotencyKey(
        of message: inout HTTPRequest, _ contents: ClientRequest.Contents
    ) throws(RequestError) -> Bool {
        var field = Self.idempotencyKey
        if let name = contents.idempotencyKey {
            guard let name = HTTPField.Name(name) else { throw .parameter(.invalidHeaderField(name: name)) }
            field = name
            if message.headerFields.value(of: name) == nil {
                message.headerFields[name] = UUID().uuidString.lowercased()
            }
        }
        return contents.isIdempotent
            ?? (Self.idempotentMethods.contains(contents.method) || message.headerFields.value(of: field) != nil)
    }

    private static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    private static let idempotentMethods: Set = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]

    /// Returns the security schemes to use: the first alternative for which the client has all credentials.
    private func schemes(
        for alternatives: [[String]]
    ) throws(RequestError) -> [(scheme: String, credential: Credential)] {
        var allowsNone = alternatives.isEmpty
        for schemes in alternatives {
            if schemes.isEmpty { allowsNone = true }
            let found = schemes.compactMap { scheme in credentials[scheme].map { (scheme: scheme, credential: $0) } }
            guard !schemes.isEmpty, found.count == schemes.count else { continue }
            if found.count > 1, Set(found.map(\.credential.place)).count < found.count {
                throw .conflictingCredentials(schemes: schemes)
            }
            return found
        }
        if allowsNone { return [] }
        throw .missingCredentials(alternatives: alternatives)
    }

    /// Returns the `Accept` field: the content types of successful responses, each once, in the order of the API
    /// description.
    private func accept(_ responses: [ResponseDescription]) -> String? {
        var types: [String] = []
        for response in responses where response.isSuccess {
            for type in response.contentTypes where !types.contains(type) && HTTPField.isValidValue(type) {
                types.append(type)
            }
        }
        return types.count > 1 ? types.joined(separator: ", ") : types.first
    }

    /// Returns the first described success, or the one of the accepted content type.
    private func success(_ responses: [ResponseDescription], _ accept: String?) -> RequestSummary.Success? {
        let successes = responses.lazy.filter(\.isSuccess)
        let accepted = accept.flatMap { type in successes.first { $0.contentTypes.contains(type) } }
        guard let chosen = accepted ?? successes.first else { return nil }
        return RequestSummary.Success(
            status: chosen.status.code ?? 200, contentType: accept ?? chosen.contentTypes.first)
    }

    // MARK: Receiving

    private func interpret<Output, Failure>(
        _ response: ClientCall.Received, _ call: ClientCall, _ cases: [ResponseCase<Output, Failure>],
        _ descriptions: [ResponseDescription]
    ) throws -> ClientResponse<Output> {
        let (head, request) = (response.head, response.request)
        let status = head.status.code
        guard let index = ResponseMatch(head, method: request.method, in: descriptions).index else {
            throw UndocumentedResponse(
                status: status, headers: head.headerFields, body: response.bytes, request: request)
        }
        func failure(_ reason: DecodingFailure.Reason) -> DecodingFailure {
            DecodingFailure(
                operationID: request.operationID, status: status, headers: head.headerFields, reason: reason,
                body: Array(response.bytes.prefix(configuration.maximumUndocumentedBodySize)), request: request)
        }
        var stream = response.stream
        if descriptions[index].form == .stream { stream.resumption = call.resumption(of: response) }
        let received = ReceivedResponse(
            status: status, headers: head.headerFields, contentType: head.headerFields.value(of: .contentType),
            body: response.bytes, stream: stream, validates: configuration.validatesResponses,
            maximumElementSize: configuration.maximumBodySize,
            maximumKeptSize: configuration.maximumUndocumentedBodySize, request: request)
        do {
            switch try cases[index].outcome(received) {
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
