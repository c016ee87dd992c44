import HTTPTypes

/// A response that the API description lists as a success.
///
/// ```swift
/// let response = try await client.createSessionWithResponse(projectID: projectID, session)
/// print(response.status, response.header("Rate-Limit") ?? "", response.body)
/// ```
public struct ClientResponse<Body: Sendable>: Sendable {
    fileprivate struct Contents: Sendable {
        var status: Int
        var headers: HTTPFields
        var body: Body
    }

    private var contents: OnHeap<Contents>

    public init(status: Int, headers: HTTPFields = [:], body: Body) {
        contents = OnHeap(Contents(status: status, headers: headers, body: body))
    }

    /// The status code.
    public var status: Int {
        get { contents.value.status }
        set { contents.value.status = newValue }
    }
    /// The header fields.
    public var headers: HTTPFields {
        get { contents.value.headers }
        set { contents.value.headers = newValue }
    }
    /// The decoded body, or ``NoBody`` if none is described.
    public var body: Body {
        get { contents.value.body }
        set { contents.value.body = newValue }
    }

    /// Returns the value of a header field. Several fields of one name are joined by commas (RFC 9110, section 5.3).
    public func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }
}

extension ClientResponse: CustomStringConvertible, CustomReflectable {
    /// The status and the body. Header fields are omitted because they may be secret.
    public var description: String { "\(status) \(body)" }

    public var customMirror: Mirror { Mirror(self, children: ["status": status, "body": body], displayStyle: .struct) }
}

extension ClientResponse.Contents: Equatable where Body: Equatable {}
extension ClientResponse: Equatable where Body: Equatable {}

/// The body of a response without a body.
public struct NoBody: Hashable, Sendable {
    public init() {}
}

extension NoBody: CustomStringConvertible {
    public var description: String { "without a body" }
}
