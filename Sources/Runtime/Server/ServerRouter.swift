public import ApusClient
import ApusModels
import Dispatch
public import HTTPTypes

/// Several APIs of one server. The first API with a request's path and method answers the request.
public final class ServerRouter: @unchecked Sendable {
    // Protected by the lock.
    private var responders: [ServerResponder] = []
    private let lock = DispatchSemaphore(value: 1)

    public init() {}

    public func add(_ responder: ServerResponder) {
        lock.wait()
        defer { lock.signal() }
        responders.append(responder)
    }

    /// Answers a request, or returns a status 404 if no API has its path.
    public func respond(to head: HTTPRequest, body: HTTPBody?) async -> ServerReply {
        let responders = snapshot()
        if responders.count > 1 {
            for responder in responders {
                if let reply = await responder.respond(to: head, body: body, answersOtherMethods: false) {
                    return reply
                }
            }
        }
        for responder in responders {
            if let reply = await responder.respond(to: head, body: body) { return reply }
        }
        return responders.first?.notFound(head) ?? ServerReply(HTTPResponse(status: .notFound))
    }

    private func snapshot() -> [ServerResponder] {
        lock.wait()
        defer { lock.signal() }
        return responders
    }
}
