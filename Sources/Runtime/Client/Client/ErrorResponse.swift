import HTTPTypes

/// A response that the API description lists as an error, with its header fields and its decoded body.
///
/// The members of the body can be read from the response itself:
///
/// ```swift
/// do {
///     try await client.deleteProject(id: id)
/// } catch .conflict(let response) {
///     print(response.status, response.title)      // the same as `response.body.title`
/// }
/// ```
@dynamicMemberLookup
public struct ErrorResponse<Body: Sendable>: Sendable {
    fileprivate struct Contents: Sendable {
        var status: Int
        var headers: HTTPFields
        var body: Body
        /// The beginning of the body as received.
        var bytes: [UInt8] = []
        var request: RequestSummary?
    }

    private var contents: OnHeap<Contents>

    public init(status: Int, headers: HTTPFields = [:], body: Body) {
        contents = OnHeap(Contents(status: status, headers: headers, body: body))
    }

    init(status: Int, headers: HTTPFields, body: Body, bytes: [UInt8], request: RequestSummary?) {
        contents = OnHeap(Contents(status: status, headers: headers, body: body, bytes: bytes, request: request))
    }

    // Not public, so that a member of the body with the same name can be read.
    var bytes: [UInt8] { contents.value.bytes }
    var request: RequestSummary? { contents.value.request }

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

    /// Returns a member of the body.
    public subscript<Value>(dynamicMember path: KeyPath<Body, Value>) -> Value { body[keyPath: path] }

    /// Returns the value of a header field. Several fields of one name are joined by commas (RFC 9110, section 5.3).
    public func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }

    /// Returns the header fields with the types that the API description gives them.
    public func headers<Headers: ResponseHeaders>(as type: Headers.Type = Headers.self) -> Headers {
        Headers(HeaderValues(headers))
    }
}

extension ErrorResponse: Equatable where Body: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.status == right.status && left.headers == right.headers && left.body == right.body
    }
}

extension ErrorResponse: CustomStringConvertible, CustomReflectable {
    /// The status and the body. Header fields are omitted because they may be secret.
    public var description: String { body is NoBody ? "response \(status)" : "response \(status): \(body)" }

    public var customMirror: Mirror { Mirror(self, children: ["status": status, "body": body], displayStyle: .struct) }
}

/// Returns whether a response has the body, for patterns such as `case .notFound(Problem(title: "gone"))`.
public func ~= <Body: Equatable>(body: Body, response: ErrorResponse<Body>) -> Bool { response.body == body }
