import ApusModels
import HTTPTypes

/// One call of an operation. It sends the request until a response or an error is final, or the time is up.
struct ClientCall: Sendable {
    /// A response whose body is in memory or still to be streamed.
    struct Received: Sendable {
        var head: HTTPResponse
        var bytes: [UInt8]
        var stream: HTTPBody
        var request: RequestSummary
        /// The value of the `Authorization` field that was sent.
        fileprivate var authorization: String?
    }

    /// The part of a body that is read before the response is interpreted.
    enum Reading {
        case whole, stream
        /// The part that an error for an undocumented response keeps.
        case beginning
    }

    private(set) var message: HTTPRequest
    let body: HTTPBody?
    let baseURL: URL
    let transport: any ClientTransport
    let configuration: ClientConfiguration
    /// The credentials to use, with the names of their security schemes.
    let credentials: [(scheme: String, credential: Credential)]
    let account: RetryAccount?
    let summary: RequestSummary
    private(set) var reading: @Sendable (HTTPResponse) -> Reading

    init(
        message: HTTPRequest, body: HTTPBody?, baseURL: URL, transport: any ClientTransport,
        configuration: ClientConfiguration, credentials: [(scheme: String, credential: Credential)],
        account: RetryAccount?, summary: RequestSummary, reading: @escaping @Sendable (HTTPResponse) -> Reading
    ) {
        self.message = message
        self.body = body
        self.baseURL = baseURL
        self.transport = transport
        self.configuration = configuration
        self.credentials = credentials
        self.account = account
        self.summary = summary
        self.reading = reading
    }

    private var isReplayable: Bool { body.map { $0.iteration == .multiple } ?? true }

    private var mayRepeat: Bool {
        isReplayable
            && (summary.isIdempotent || configuration.retry.repeatableOperations.contains(summary.operationID))
    }

    /// Sends the request until a response is final.
    ///
    /// - Throws: ``TransportFailure``, ``RequestError`` or `CancellationError`.
    func response() async throws -> Received {
        let retry = configuration.retry
        let deadline = configuration.deadline.map { ContinuousClock.now + $0 }
        var summary = summary
        var tries = 1
        var isRenewed = false
        account?.deposit()
        while true {
            try Task.checkCancellation()
            var delay: Duration?
            var outcome: Result<Received, any Error>
            do {
                let response = try await attempt(summary, deadline)
                if !isRenewed, isReplayable, try await renewsCredentials(after: response, deadline) {
                    isRenewed = true
                    summary.attempt += 1
                    continue
                }
                if retry.statuses.contains(response.head.status.code) {
                    delay = retry.delay(afterAttempt: tries, response: response.head)
                }
                outcome = .success(response)
            } catch {
                if isTransient(error) { delay = retry.delay(afterAttempt: tries, response: nil) }
                outcome = .failure(failure(error, summary))
            }
            guard mayRepeat, let delay, leaves(delay, before: deadline), account?.withdraw() ?? true else {
                return try outcome.get()
            }
            // Releases the connection before the wait.
            outcome = .failure(CancellationError())
            try await retry.clock.sleep(delay)
            tries += 1
            summary.attempt += 1
        }
    }

    /// Sends the request once and collects the response's body, unless the body is a stream.
    private func attempt(_ summary: RequestSummary, _ deadline: ContinuousClock.Instant?) async throws -> Received {
        try await Timeout.run(limit(deadline)) { expiry in
            var message = message
            let context = CredentialContext(transport: transport, baseURL: baseURL)
            for (scheme, credential) in credentials {
                try await credential.apply(to: &message, scheme: scheme, context)
            }
            return try await RequestSummary.local.withValue(summary) {
                let (head, received) = try await pass(message, body, baseURL, configuration.middlewares[...], expiry)
                let stream = received ?? HTTPBody([])
                let bytes: [UInt8] =
                    switch reading(head) {
                    case .stream: []
                    case .whole: try await stream.collect(upTo: configuration.maximumBodySize)
                    case .beginning: try await stream.beginning(upTo: configuration.maximumUndocumentedBodySize)
                    }
                return Received(
                    head: head, bytes: bytes, stream: stream, request: summary,
                    authorization: message.headerFields[.authorization])
            }
        }
    }

    private func pass(
        _ message: HTTPRequest, _ body: HTTPBody?, _ baseURL: URL, _ middlewares: ArraySlice<any ClientMiddleware>,
        _ expiry: Expiry
    ) async throws -> (HTTPResponse, HTTPBody?) {
        guard let middleware = middlewares.first else {
            do {
                return try await transport.send(
                    message, body: body, baseURL: baseURL, operationID: summary.operationID)
            } catch {
                // The transport only sees a cancellation. For middleware, a time limit is a failure of the server.
                throw expiry.error ?? error
            }
        }
        return try await middleware.intercept(
            message, body: body, baseURL: baseURL, operationID: summary.operationID
        ) {
            try await pass($0, $1, $2, middlewares.dropFirst(), expiry)
        }
    }

    /// Returns the means to request the rest of a streamed response, or `nil` if the request must not be repeated.
    func resumption(of response: Received) -> Resumption? {
        guard mayRepeat else { return nil }
        return Resumption(headers: response.head.headerFields) { fields in
            var call = self
            for field in fields { call.message.headerFields[field.name] = field.value }
            call.reading = { _ in .stream }
            let received = try await call.response()
            return (received.head, received.stream)
        }
    }

    // MARK: Decisions

    /// Returns whether the server refused a credential that has been replaced, so that the request can be sent again.
    private func renewsCredentials(
        after response: Received, _ deadline: ContinuousClock.Instant?
    ) async throws -> Bool {
        guard response.head.status == .unauthorized, let authorization = response.authorization else { return false }
        let context = CredentialContext(transport: transport, baseURL: baseURL)
        return try await Timeout.run(rest(before: deadline)) {
            for (_, credential) in credentials where try await credential.renew(authorization, context) { return true }
            return false
        }
    }

    /// Returns the shorter one of the time limits of an attempt and of the rest of the call.
    private func limit(_ deadline: ContinuousClock.Instant?) -> (time: Duration, error: TimeoutError)? {
        let timeout = configuration.timeout.map { ($0, TimeoutError(.attempt, limit: $0)) }
        guard let rest = rest(before: deadline) else { return timeout }
        if let timeout, timeout.0 <= rest.time { return timeout }
        return rest
    }

    /// Returns the time limit of the rest of the call.
    private func rest(before deadline: ContinuousClock.Instant?) -> (time: Duration, error: TimeoutError)? {
        guard let deadline, let whole = configuration.deadline else { return nil }
        return (max(.zero, deadline - .now), TimeoutError(.call, limit: whole))
    }

    private func leaves(_ delay: Duration, before deadline: ContinuousClock.Instant?) -> Bool {
        deadline.map { .now + delay < $0 } ?? true
    }

    /// Whether another attempt of this call may succeed.
    private func isTransient(_ error: any Error) -> Bool {
        switch error {
        case is CancellationError, is CircuitOpenError, is any OperationError, is ValidationError, is DecodingFailure:
            false
        case let error as TimeoutError: error.scope == .attempt
        case let error as any TransientError: error.isTransient
        default: !Task.isCancelled
        }
    }

    private func failure(_ error: any Error, _ summary: RequestSummary) -> any Error {
        switch error {
        case is CancellationError, is RequestError, is any OperationError, is ValidationError, is DecodingFailure: error
        default: TransportFailure(error, request: summary)
        }
    }
}
