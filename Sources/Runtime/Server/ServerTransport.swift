import ApusClient
public import HTTPTypes

/// An HTTP server on which generated servers are registered.
///
/// An adapter to a server library passes each request to ``ServerRouter/respond(to:body:)``, or to
/// ``ServerResponder/respond(to:body:answersOtherMethods:)`` if it has only one API. If routes of the app can share paths
/// with the API, it passes `answersOtherMethods: false` before it asks them, and `true` after. ``InMemoryTransport`` is the
/// smallest adapter.
///
/// ```swift
/// struct LibraryTransport: ServerTransport {
///     let application: Application
///
///     func register(_ responder: ServerResponder) throws {
///         application.use { request, next in
///             guard let reply = await responder.respond(to: request.head, body: request.body) else {
///                 return try await next(request)  // not a path of this API
///             }
///             return Response(reply.head, reply.body)
///         }
///     }
/// }
/// ```
public protocol ServerTransport {
    /// Registers an API.
    ///
    /// - Parameter responder: Answers the requests whose paths belong to the API, and returns `nil` for others.
    func register(_ responder: ServerResponder) throws
}

/// The response to a request, with the error that led to it.
public struct ServerReply: Sendable {
    public var head: HTTPResponse
    public var body: HTTPBody?
    /// The error behind the response: a ``ServerRefusal``, or any error behind a status 500. It is never sent.
    /// Middleware can log it.
    public var cause: (any Error)?

    public init(_ head: HTTPResponse, body: HTTPBody? = nil, cause: (any Error)? = nil) {
        self.head = head
        self.body = body
        self.cause = cause
    }
}
