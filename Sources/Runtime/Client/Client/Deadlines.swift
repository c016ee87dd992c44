import Dispatch

/// The deadlines of running operations.
///
/// One timer serves all of them, because most operations end long before their deadline. A canceled `Task.sleep` keeps
/// its timer until the time is up. With a timer for each operation, those of the last minute would all use memory.
package final class Deadlines: @unchecked Sendable {
    package struct ID: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    private struct Entry {
        let end: ContinuousClock.Instant
        let expire: @Sendable () -> Void
    }

    package static let shared = Deadlines()

    // Protected by the lock.
    private var entries: [ID: Entry] = [:]
    private var count: UInt64 = 0
    /// The time of the next timer. Later deadlines wait for it.
    private var nextTimer: ContinuousClock.Instant?
    private let lock = DispatchSemaphore(value: 1)

    init() {}

    /// Adds a deadline.
    ///
    /// - Parameter expire: Called once when the time is up, unless the deadline has been removed before.
    package func add(_ end: ContinuousClock.Instant, _ expire: @escaping @Sendable () -> Void) -> ID {
        lock.wait()
        defer { lock.signal() }
        count += 1
        let id = ID(number: count)
        entries[id] = Entry(end: end, expire: expire)
        if nextTimer.map({ end < $0 }) ?? true { startTimer(end) }
        return id
    }

    /// Removes a deadline. Returns whether its time was not up.
    package func remove(_ id: ID) -> Bool {
        lock.wait()
        defer { lock.signal() }
        return entries.removeValue(forKey: id) != nil
    }

    private func startTimer(_ end: ContinuousClock.Instant) {
        nextTimer = end
        Task.detached { [self] in
            try? await Task.sleep(until: end, clock: .continuous)
            for entry in expired(end) { entry.expire() }
        }
    }

    /// Removes and returns the entries whose time is up, and starts the next timer unless there is an earlier one.
    private func expired(_ timer: ContinuousClock.Instant) -> [Entry] {
        lock.wait()
        defer { lock.signal() }
        let now = ContinuousClock.now
        let expired = entries.filter { $0.value.end <= now }
        for id in expired.keys { entries[id] = nil }
        if nextTimer == timer {
            nextTimer = nil
            if let next = entries.values.map(\.end).min() { startTimer(next) }
        }
        return Array(expired.values)
    }
}
