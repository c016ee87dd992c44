import HTTPTypes

// The properties of all errors of operations. They read the payload of the case, so no code is generated for them.
extension OperationError {
    /// The type's name, unless the generated type has the operation's ID.
    public static var operationID: String { String(describing: Self.self) }

    private var details: (any FailureDetails)? {
        Mirror(reflecting: self).children.first?.value as? any FailureDetails
    }

    /// The request, or `nil` if it was not sent.
    public var request: RequestSummary? { details?.request }

    /// The response's status code, or `nil` if there is no response.
    public var status: Int? { details?.failedResponse?.status }

    /// The response's header fields.
    public var headers: HTTPFields { details?.failedResponse?.headers ?? [:] }

    /// The beginning of the response's body, up to `ClientConfiguration.maximumUndocumentedBodySize` bytes.
    public var body: [UInt8] { details?.failedResponse?.body ?? [] }

    /// The decoded body of a described error response, or `nil`.
    public var decodedBody: Any? { details?.failedResponse?.decoded }

    /// The message in the response's body, in the members that servers commonly use for it (such as RFC 9457's `title`
    /// and `detail`), or in a text.
    public var serverMessage: String? {
        details?.failedResponse.flatMap { ServerMessage.text(of: $0.body, $0.headers[.contentType]) }
    }

    /// The request's ID in the server's logs, if a header field of the response names it.
    public var requestID: String? {
        guard let headers = details?.failedResponse?.headers else { return nil }
        let names = ["x-request-id", "request-id", "x-correlation-id", "correlation-id", "x-trace-id"]
        return names.lazy.compactMap { HTTPField.Name($0).flatMap { headers[$0] } }.first
    }

    /// Whether the same call may succeed later, and does no harm if this call had an effect.
    ///
    /// The cause is transient (a lost connection, a timeout, or status 408, 425, 429, 500, 502, 503 or 504), and the
    /// request is idempotent or was not processed (429).
    public var isRetryable: Bool {
        guard let details, details.isTransient else { return false }
        return status == 429 || (details as? TransportFailure)?.wasNotSent == true
            || details.request?.isIdempotent == true
    }

    /// Whether the server refused the request because of its number of requests (status 429).
    ///
    /// ```swift
    /// do {
    ///     try await client.createSession(session)
    /// } catch let error as any OperationError where error.isTooManyRequests {
    ///     try await Task.sleep(for: error.retryAfter ?? .seconds(1))
    /// }
    /// ```
    public var isTooManyRequests: Bool { status == 429 }

    /// The time to wait before the next request, from `Retry-After` or a rate limit's field. The time counts from now,
    /// also where the field has a date.
    public var retryAfter: Duration? {
        if let open = (details as? TransportFailure)?.underlying as? CircuitOpenError { return open.retryAfter }
        guard let response = details?.failedResponse else { return nil }
        return RetryAfter.delay(in: response.headers, status: response.status, now: SystemTime.secondsSince1970())
    }

    /// The operation, the request without secrets, the status and the server's message.
    public var description: String {
        let operation = details?.request?.operationID ?? Self.operationID
        guard let details else { return "\(operation) was canceled" }
        var text = "\(operation) failed: \(details.explanation)"
        if let request = details.request {
            text += " (\(request)"
            if request.attempt > 1 { text += ", \(request.attempt) attempts" }
            if let id = requestID { text += ", request \(id)" }
            text += ")"
        }
        return text
    }
}
