import ApusClient
public import ApusModels
import HTTPTypes

/// A handler's response: one of the described forms, and its contents.
public struct ServerOutcome: Sendable {
    let form: Int
    let body: (any Sendable)?
    let status: Int?
    let headers: [(name: String, value: any JSONCodable)]

    /// - Parameters:
    ///   - form: The index of the response's form.
    ///   - body: The body, of the type that the form names.
    ///   - status: The status, if the description allows several.
    ///   - headers: The values of the described header fields. A `nil` is left out.
    public init(
        _ form: Int, _ body: (any Sendable)? = nil, status: Int? = nil,
        headers: KeyValuePairs<String, (any JSONCodable)?> = [:]
    ) {
        self.form = form
        self.body = body
        self.status = status
        self.headers = headers.compactMap { field in field.value.map { (field.key, $0) } }
    }
}

/// The responses that a handler returns. It is a generated enum where the description has several, or header fields.
public protocol ServerOutput: Sendable {
    static var forms: [ResponseForm] { get }
    var outcome: ServerOutcome { get }
}

/// The documented responses that a handler throws. It is a generated enum.
public protocol ServerFailure: Error {
    static var forms: [ResponseForm] { get }
    var outcome: ServerOutcome { get }
}

/// A documented error response that any handler can throw, for code that several operations share.
///
/// ```swift
/// func project(_ id: UUID) async throws -> Project {
///     guard let project = projects[id] else { throw DocumentedFailure(404, ErrorBody(message: "no such project")) }
///     return project
/// }
/// ```
///
/// The response is sent if the operation documents the status with a body of this type. Otherwise the client gets a
/// status 500, because a server sends only documented responses.
public struct DocumentedFailure: Error {
    public let status: Int
    public let body: (any Sendable)?
    let headers: [(name: String, value: any JSONCodable)]

    public init(
        _ status: Int, _ body: (any Sendable)? = nil, headers: KeyValuePairs<String, (any JSONCodable)?> = [:]
    ) {
        self.status = status
        self.body = body
        self.headers = headers.compactMap { field in field.value.map { (field.key, $0) } }
    }
}
