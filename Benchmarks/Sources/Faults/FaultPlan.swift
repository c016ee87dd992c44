import Foundation

/// Decides what happens to each request, and remembers it. The decisions depend on a seed.
final class FaultPlan: @unchecked Sendable {
    private let lock = NSLock()
    private var state: UInt64
    private var burst: (fault: Fault, left: Int) = (.none, 0)
    private var token = 1
    private var uses = 0
    private var histories: [UInt8]

    init(calls: Int, seed: UInt64) {
        state = seed
        histories = Array(repeating: 0, count: calls * Fault.allCases.count)
    }

    /// Returns a new token, which is valid for some 1000 requests.
    func newToken() -> String {
        lock.withLock { "token-\(token)" }
    }

    func fault(of exchange: Exchange, authorization: String?) -> Fault {
        lock.withLock {
            let fault = decide(authorization)
            let index = exchange.number * Fault.allCases.count + fault.rawValue
            if histories.indices.contains(index), histories[index] < 255 { histories[index] += 1 }
            return fault
        }
    }

    /// What was done to all calls, call by call.
    var summary: [UInt8] { lock.withLock { histories } }

    private func decide(_ authorization: String?) -> Fault {
        uses += 1
        if uses > 1000 {
            uses = 0
            token += 1
        }
        guard authorization == "Bearer token-\(token)" else { return .expiredToken }
        if burst.left > 0 {
            burst.left -= 1
            return burst.fault
        }
        switch random(10_000) {
        case 0..<100: return .reset
        case 100..<200: return .truncated
        case 200..<250: return .cutHead
        case 250..<265: return .slow
        case 265..<275:
            burst = (random(2) == 0 ? .tooManyRequests : .unavailable, 20 + random(40))
            return burst.fault
        default: return .none
        }
    }

    /// Returns a number below a bound (xorshift).
    private func random(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
