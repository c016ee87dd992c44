import HTTPTypes

/// The error for a response that the API description does not list: another status, or another media type of a listed
/// status.
public struct UndocumentedResponse: Error, Hashable, Sendable {
    private struct Contents: Hashable, Sendable {
        var status: Int
        var headers: HTTPFields
        var body: [UInt8]
        var request: RequestSummary?
    }

    private var contents: OnHeap<Contents>

    public init(status: Int, headers: HTTPFields = [:], body: [UInt8] = [], request: RequestSummary? = nil) {
        contents = OnHeap(Contents(status: status, headers: headers, body: body, request: request))
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
    /// The body, up to `ClientConfiguration.maximumUndocumentedBodySize` bytes.
    public var body: [UInt8] {
        get { contents.value.body }
        set { contents.value.body = newValue }
    }

    /// The request, or `nil` if a client did not create the error.
    public var request: RequestSummary? { contents.value.request }

    /// The beginning of the body as text, for people to read.
    public var text: String {
        BodyExcerpt.text(of: body)
    }
}

extension UndocumentedResponse: CustomStringConvertible, CustomReflectable {
    public var customMirror: Mirror { Mirror(self, children: ["status": status, "text": text], displayStyle: .struct) }

    public var description: String {
        let type = headers[.contentType].map { " in `\($0)`" } ?? ""
        return "the API description has no response \(status)\(type)" + (body.isEmpty ? "" : ": \(text)")
    }
}

enum BodyExcerpt {
    static let maximumBytes = 512

    /// Returns the beginning of a body as text. Bytes that are not UTF-8 are replaced.
    static func text(of body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(maximumBytes), as: UTF8.self)
        return body.count > maximumBytes ? text + "…" : text
    }
}
