import HTTPTypes

/// A response that the API description lists as a success.
public struct ClientResponse<Body: Sendable>: Sendable {
    /// The status code.
    public var status: Int
    public var headers: HTTPFields
    public var body: Body

    public init(status: Int, headers: HTTPFields = [:], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of a header field; several of the same name are joined by commas (RFC 9110, section 5.3).
    public func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }
}

extension ClientResponse: Equatable where Body: Equatable {}

/// The body of a response that has none.
public struct NoBody: Hashable, Sendable {
    public init() {}
}
