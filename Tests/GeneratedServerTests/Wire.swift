#if LoopbackTests
import ApusHummingbird
import ApusRuntime
import ApusServer
import Hummingbird
import LoopbackSupport

/// The ways between a generated client and a generated server.
enum Wire: CaseIterable, Sendable {
    case memory, urlSession, asyncHTTPClient

    /// Serves an API while `test` runs.
    ///
    /// - Parameter test: Is given the server's URL and the transport of its clients.
    func serve(
        _ responder: ServerResponder, path: String = "",
        _ test: @escaping @Sendable (_ server: String, _ transport: any ClientTransport) async throws -> Void
    ) async throws {
        let kind: TransportKind
        switch self {
        case .memory:
            let transport = InMemoryTransport()
            transport.register(responder)
            return try await test("http://memory" + path, transport)
        case .urlSession: kind = .urlSession
        case .asyncHTTPClient: kind = .asyncHTTPClient
        }
        let router = Router()
        HummingbirdTransport(router).register(responder)
        try await withServer(router) { server in try await test(server + path, kind.make()) }
    }
}
#endif
