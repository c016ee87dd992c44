import Dispatch

/// The share of retries among the requests of a client. It limits the load on a server that fails for all clients.
public struct RetryBudget: Hashable, Sendable {
    /// The number of retries that each call adds to the budget, such as 0.2 for one retry in five calls.
    public var share: Double
    /// The maximum number of saved retries. A client begins with this number.
    public var reserve: Double

    public init(share: Double = 0.2, reserve: Double = 10) {
        self.share = share
        self.reserve = reserve
    }
}

/// The retries that a client has left.
final class RetryAccount: @unchecked Sendable {
    private let budget: RetryBudget
    private let lock = DispatchSemaphore(value: 1)
    private var balance: Double

    init(_ budget: RetryBudget) {
        self.budget = budget
        balance = budget.reserve
    }

    /// Adds the share of one call.
    func deposit() {
        lock.wait()
        defer { lock.signal() }
        balance = min(balance + budget.share, budget.reserve)
    }

    /// Takes one retry. Returns whether there was one.
    func withdraw() -> Bool {
        lock.wait()
        defer { lock.signal() }
        if balance < 1 { return false }
        balance -= 1
        return true
    }
}
