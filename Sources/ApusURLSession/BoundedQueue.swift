#if canImport(FoundationNetworking)
import Foundation

/// A serial queue with few waiting operations: adding another one waits for a place.
///
/// On Linux a session adds an operation with each chunk that it receives, as fast as the network gives them. An operation
/// must not wait for the session in turn.
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
