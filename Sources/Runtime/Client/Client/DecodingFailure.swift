import ApusModels
import HTTPTypes

/// The error for a response whose body has a described media type but cannot be decoded.
public struct DecodingFailure: Error, Sendable {
    /// The reason why a body cannot be decoded.
    public enum Reason: Sendable {
        /// The body is not the expected JSON.
        case json(JSONError)
        /// The body is not text in the encoding that its content type names.
        case text(encoding: String)
    }

    private struct Contents: Sendable {
        var operationID: String
        var status: Int
        var headers: HTTPFields
        var reason: Reason
        var body: [UInt8]
        var request: RequestSummary?
    }

    private var contents: OnHeap<Contents>

    public init(
        operationID: String, status: Int, headers: HTTPFields = [:], reason: Reason, body: [UInt8],
        request: RequestSummary? = nil
    ) {
        contents = OnHeap(
            Contents(
                operationID: operationID, status: status, headers: headers, reason: reason, body: body,
                request: request))
    }

    /// The operation's ID.
    public var operationID: String {
        get { contents.value.operationID }
        set { contents.value.operationID = newValue }
    }
    /// The response's status code.
    public var status: Int {
        get { contents.value.status }
        set { contents.value.status = newValue }
    }
    /// The response's header fields.
    public var headers: HTTPFields {
        get { contents.value.headers }
        set { contents.value.headers = newValue }
    }
    public var reason: Reason {
        get { contents.value.reason }
        set { contents.value.reason = newValue }
    }
    /// The body, up to `ClientConfiguration.maximumUndocumentedBodySize` bytes.
    public var body: [UInt8] {
        get { contents.value.body }
        set { contents.value.body = newValue }
    }
    /// The request, or `nil` if a client did not create the error.
    public var request: RequestSummary? { contents.value.request }
    /// The beginning of the body as text, for people to read.
    public var excerpt: String { BodyExcerpt.text(of: body) }
}

extension DecodingFailure: CustomStringConvertible, CustomReflectable {
    public var customMirror: Mirror {
        Mirror(self, children: ["status": status, "reason": reason, "excerpt": excerpt], displayStyle: .struct)
    }

    public var description: String {
        let what =
            switch reason {
            case .json(let error): String(describing: error)
            case .text(let encoding): "it is not text in \(encoding)"
            }
        let beginning = body.isEmpty ? "it is empty" : "it begins with: \(excerpt)"
        return "the body of response \(status) to \(operationID) cannot be decoded: \(what); \(beginning)"
    }
}
