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
            let method = request.contents.method
            let accept = request.contents.accept ?? accept(cases)
            let call = try call(request, accepting: accept, success: success(cases, request.contents.accept)) { head in
                switch ResponseMatch(head, method: method, in: cases).entry?.form {
                case .stream: .stream
                case nil: .beginning
                case .json, .text, .bytes, .some(.none): .whole
                }
            }
            // The link is for this request only, not for those that a credential or a middleware may send.
            let response =
                PageLink.local.get() == nil
                ? try await call.response() : try await PageLink.local.withValue(nil) { try await call.response() }
            return try interpret(response, call, cases)
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
    private func call(
        _ request: ClientRequest, accepting accept: String?, success: RequestSummary.Success?,
        reading: @escaping @Sendable (HTTPResponse) -> ClientCall.Reading
    ) throws -> ClientCall {
        if configuration.validatesRequests { try request.validate() }
        let contents = request.contents
        var message = try request.httpRequest()
        if let accept { message.headerFields[.accept] = accept }
        let isIdempotent = try setIdempotencyKey(of: &message, contents)
        var baseURL = try ServerURL.parse(servers.server(of: contents))
        if let link = PageLink.local.get() {
            let page = try PageLink.resolve(link, on: message.path, baseURL)
            (baseURL, message.path) = page
        }
        var summary = RequestSummary(contents, path: message.path, baseURL: baseURL, isIdempotent: isIdempotent)
        summary.success = success
        return ClientCall(
            message: message, body: contents.body, baseURL: baseURL, transport: transport,
            configuration: configuration, credentials: try schemes(for: contents.security), account: account,
            summary: summary, reading: reading)
    }

    /// Sets a random key unless the caller has set one. Returns whether the request may be repeated.
    private func setIdempotencyKey(
        of message: inout HTTPRequest, _ contents: ClientRequest.Contents
    ) throws(RequestError) -> Bool {
        let name = contents.idempotencyKey ?? "Idempotency-Key"
        guard let field = HTTPField.Name(name) else { throw .parameter(.invalidHeaderField(name: name)) }
        if contents.idempotencyKey != nil, message.headerFields[field] == nil {
            message.headerFields[field] = UUID().uuidString.lowercased()
        }
        let isIdempotent = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].contains(contents.method)
        return contents.isIdempotent ?? (isIdempotent || message.headerFields[field] != nil)
    }

    /// Returns the security schemes to use: the first alternative for which the client has all credentials.
    private func schemes(
        for alternatives: [[String]]
    ) throws(RequestError) -> [(scheme: String, credential: Credential)] {
        let usable = alternatives.filter { $0.allSatisfy { credentials[$0] != nil } }
        if let schemes = usable.first(where: { !$0.isEmpty }) {
            let places = Set(schemes.map { credentials[$0]?.place })
            if places.count < schemes.count { throw .conflictingCredentials(schemes: schemes) }
            return schemes.compactMap { scheme in credentials[scheme].map { (scheme, $0) } }
        }
        if alternatives.isEmpty || !usable.isEmpty { return [] }
        throw .missingCredentials(alternatives: alternatives)
    }

    /// Returns the `Accept` field: the content types of successful responses, each once, in the order of the API
    /// description.
    private func accept<Output, Failure>(_ cases: [ResponseCase<Output, Failure>]) -> String? {
        var types: [String] = []
        for index in cases.indices where cases[index].isSuccess {
            for type in cases[index].contentTypes where !types.contains(type) && HTTPField.isValidValue(type) {
                types.append(type)
            }
        }
        return types.count > 1 ? types.joined(separator: ", ") : types.first
    }

    /// Returns the first described success, or the one of the accepted content type.
    private func success<Output, Failure>(
        _ cases: [ResponseCase<Output, Failure>], _ accept: String?
    ) -> RequestSummary.Success? {
        var chosen: Int?
        for index in cases.indices where cases[index].isSuccess {
            if chosen == nil { chosen = index }
            guard let accept else { break }
            if cases[index].contentTypes.contains(accept) {
                chosen = index
                break
            }
        }
        guard let chosen else { return nil }
        return RequestSummary.Success(
            status: cases[chosen].status.code ?? 200, contentType: accept ?? cases[chosen].contentTypes.first)
    }

    // MARK: Receiving

    private func interpret<Output, Failure>(
        _ response: ClientCall.Received, _ call: ClientCall, _ cases: [ResponseCase<Output, Failure>]
    ) throws -> ClientResponse<Output> {
        let (head, request) = (response.head, response.request)
        let status = head.status.code
        guard let entry = ResponseMatch(head, method: request.method, in: cases).entry else {
            throw UndocumentedResponse(
                status: status, headers: head.headerFields, body: response.bytes, request: request)
        }
        func failure(_ reason: DecodingFailure.Reason) -> DecodingFailure {
            DecodingFailure(
                operationID: request.operationID, status: status, headers: head.headerFields, reason: reason,
                body: Array(response.bytes.prefix(configuration.maximumUndocumentedBodySize)), request: request)
        }
        var stream = response.stream
        if entry.form == .stream { stream.resumption = call.resumption(of: response) }
        let received = ReceivedResponse(
            status: status, headers: head.headerFields, contentType: head.headerFields[.contentType],
            body: response.bytes, stream: stream, validates: configuration.validatesResponses,
            maximumElementSize: configuration.maximumBodySize,
            maximumKeptSize: configuration.maximumUndocumentedBodySize, request: request)
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
