import ApusModels

/// A summary of a request for errors and log entries. It has no query, header fields or body, because these may be
/// secret.
public struct RequestSummary: Hashable, Sendable, CustomStringConvertible {
    /// The operation's ID.
    public var operationID: String
    /// The method in uppercase.
    public var method: String
    /// The path template of the API description, such as `/projects/{project_id}`.
    public var pathTemplate: String
    /// The URL without its query.
    public var url: String
    /// Whether the request may be repeated after an attempt whose outcome is unknown: its method is idempotent, the API
    /// description says so (`x-apus-idempotent`), or it has an idempotency key.
    public var isIdempotent: Bool
    /// The number of the attempt, from 1.
    public var attempt: Int
    /// The first success that the API description lists, for transports in tests.
    package var success: Success?

    package struct Success: Hashable, Sendable {
        package var status: Int
        package var contentType: String?
    }

    public init(
        operationID: String, method: String, pathTemplate: String, url: String, isIdempotent: Bool, attempt: Int = 1
    ) {
        self.operationID = operationID
        self.method = method
        self.pathTemplate = pathTemplate
        self.url = url
        self.isIdempotent = isIdempotent
        self.attempt = attempt
    }

    public var description: String { "\(method) \(url)" }

    /// The request that is being sent by the current task, for middleware and transports.
    public static var current: RequestSummary? { local.get() }

    static let local = TaskLocal<RequestSummary?>(wrappedValue: nil)
}

extension RequestSummary {
    init(_ contents: ClientRequest.Contents, path: String?, base: RequestBase, isIdempotent: Bool) {
        let path = path ?? ""
        let end = path.utf8.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
        self.init(
            operationID: contents.operationID, method: contents.method, pathTemplate: contents.path,
            url: base.text + path[..<end], isIdempotent: isIdempotent)
    }
}
