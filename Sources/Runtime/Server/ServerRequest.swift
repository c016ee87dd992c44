public import HTTPTypes

/// A request whose path belongs to an operation: its head, and what the API description says about it.
///
/// Handlers and middleware read their request from ``current``. Handlers receive the body as a parameter.
///
/// ```swift
/// func report(id: UUID) async throws -> ReportOutput {
///     let report = try await store.report(id)
///     if ServerRequest.current?.headers[.ifNoneMatch] == report.tag { return .notModified }
///     return .ok(report.body, etag: report.tag)
/// }
/// ```
public struct ServerRequest: Sendable {
    /// The request that the current task answers, or `nil` outside of a server.
    @TaskLocal public static var current: ServerRequest?

    public var head: HTTPRequest
    /// The operation's ID, or `nil` if the path has no operation with the request's method.
    public let operationID: String?
    /// The path template, such as `/v2/projects/{project_id}`.
    public let template: String

    public var headers: HTTPFields { head.headerFields }
}
