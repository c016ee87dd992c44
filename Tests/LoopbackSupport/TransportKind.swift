#if LoopbackTests
import ApusAsyncHTTPClient
public import ApusRuntime
import ApusURLSession

/// The transports of loopback tests.
public enum TransportKind: CaseIterable, Sendable {
    case urlSession, asyncHTTPClient

    public func make() -> any ClientTransport {
        switch self {
        case .urlSession: URLSessionTransport()
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        }
    }
}
#endif
