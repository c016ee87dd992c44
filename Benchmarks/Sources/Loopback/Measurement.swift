import Measuring

/// Two ways to exchange the same, measured in turn: requests per second of processor time.
struct Measurement {
    let name: String
    let ours: Double
    let peer: Double
    /// How many times as many requests as the peer: the median of the rounds' ratios.
    let ratio: Double

    /// - Parameters:
    ///   - count: The number of requests a round.
    ///   - clock: Returns the processor time of the process to measure.
    ///   - peerClock: The same for the peer, if it runs in another process.
    init(
        _ name: String, count: Int, rounds: Int, clock: @escaping () async throws -> Double,
        peerClock: (() async throws -> Double)? = nil, ours: @escaping @Sendable () async throws -> Void,
        peer: @escaping @Sendable () async throws -> Void
    ) async throws {
        self.name = name
        var rates: [[Double]] = [[], []]
        for call in [ours, peer] { try await run(max(count / 4, 8), call) }
        for _ in 0..<rounds {
            for (index, call) in [ours, peer].enumerated() {
                let clock = index == 1 ? (peerClock ?? clock) : clock
                let start = try await clock()
                try await run(count, call)
                rates[index].append(Double(count) / (try await clock() - start))
            }
        }
        self.ours = median(rates[0])
        self.peer = median(rates[1])
        ratio = median(zip(rates[0], rates[1]).map { $0 / $1 })
    }

    /// A row of a Markdown table.
    var row: String { "| \(name) | \(format(ours, 0))/s | \(format(peer, 0))/s | \(format(ratio, 2))× |" }
}
