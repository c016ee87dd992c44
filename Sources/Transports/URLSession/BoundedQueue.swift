#if canImport(FoundationNetworking)
import Foundation

/// A serial queue with a limited number of pending operations. Adding an operation to a full queue waits.
///
/// On Linux, a session adds an operation for each chunk, as fast as the network delivers them. An operation must not
/// wait for the session, because the session may be waiting for the queue.
final class BoundedQueue: OperationQueue, @unchecked Sendable {
    private let places = DispatchSemaphore(value: 32)

    override init() {
        super.init()
        maxConcurrentOperationCount = 1
    }

    override func addOperation(_ block: @Sendable @escaping () -> Void) {
        places.wait()
        super.addOperation { [places] in
            block()
            places.signal()
        }
    }
}
#endif
