import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A session and its delegate. The session is invalidated when the last transport that uses it is released.
final class SessionConnection: Sendable {
    private let session: URLSession
    private let delegate = SessionDelegate()

    init(_ configuration: URLSessionConfiguration) {
        #if canImport(FoundationNetworking)
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: BoundedQueue())
        #else
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
        #endif
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// Starts a request and returns when the head of the response has been received.
    func start(_ request: URLRequest, _ body: UploadBody?) async throws -> (HTTPURLResponse, ReceivedBytes) {
        let exchange: Exchange
        switch body {
        case nil: exchange = Exchange(session.dataTask(with: request), upload: nil)
        case .bytes(let bytes)?:
            var request = request
            request.httpBody = bytes
            exchange = Exchange(session.dataTask(with: request), upload: nil)
        case .file(let file)?: exchange = Exchange(session.uploadTask(with: request, fromFile: file.url), upload: file)
        }
        delegate.add(exchange)
        return try await withTaskCancellationHandler {
            let head = try await exchange.start()
            return (head, ReceivedBytes(exchange))
        } onCancel: {
            exchange.cancel()
        }
    }
}

/// Forwards the session's events to their exchanges.
final class SessionDelegate: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let lock = NSLock()
    // `lock` guards this property.
    private var exchanges: [Int: Exchange] = [:]

    func add(_ exchange: Exchange) {
        lock.withLock { exchanges[exchange.task.taskIdentifier] = exchange }
    }

    private func exchange(of task: URLSessionTask) -> Exchange? {
        lock.withLock { exchanges[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(of: dataTask)?.receive(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.receive([UInt8](data))
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = lock.withLock { exchanges.removeValue(forKey: task.taskIdentifier) }
        // On some platforms, a response without a body is not reported before the end.
        if error == nil, let response = task.response { exchange?.receive(response) }
        exchange?.finish(error)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
