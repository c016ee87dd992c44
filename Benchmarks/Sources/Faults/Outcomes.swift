import Foundation
import Galileo

/// How a call ended for its caller.
enum Outcome: UInt8, CaseIterable, Sendable {
    case success, refused, unauthorized, transport, wrong

    var name: String {
        switch self {
        case .success: "success"
        case .refused: "error 429 or 503"
        case .unauthorized: "error 401"
        case .transport: "transport error"
        case .wrong: "any other error or a wrong answer"
        }
    }
}

/// The outcomes of all calls, and what is wrong with them.
final class Outcomes: @unchecked Sendable {
    private let lock = NSLock()
    private var outcomes: [Outcome?]
    private var examples: [String] = []

    init(calls: Int) { outcomes = Array(repeating: nil, count: calls) }

    func set(_ outcome: Outcome, of exchange: Exchange, example: String? = nil) {
        lock.withLock {
            if outcomes[exchange.number] != nil { examples.append("call \(exchange.number) ended twice") }
            outcomes[exchange.number] = outcome
            if outcome == .wrong, let example { examples.append("call \(exchange.number): \(example)") }
        }
    }

    func count(_ outcome: Outcome) -> Int { lock.withLock { outcomes.count { $0 == outcome } } }

    /// Compares the outcomes with what the server has done. Returns a sentence for each contradiction.
    func contradictions(_ histories: [History], attempts: Int) -> [String] {
        var found = lock.withLock { examples }
        for (number, (outcome, history)) in zip(outcomes, histories).enumerated() {
            let exchange = Exchange(number: number)
            if let text = contradiction(outcome, history, exchange, attempts: attempts) {
                found.append("call \(number): \(text), after \(history.counts)")
            }
        }
        return found
    }

    private func contradiction(
        _ outcome: Outcome?, _ history: History, _ exchange: Exchange, attempts: Int
    ) -> String? {
        let allowed = exchange.isQuery ? attempts : 1
        if history.arrivals > allowed { return "sent \(history.arrivals) times instead of at most \(allowed)" }
        if history[.expiredToken] > 1 + allowed { return "sent again and again with an expired token" }
        switch outcome {
        case nil: return "lost"
        case .wrong: return nil  // An example says it.
        case .success: return history[.none] == 1 ? nil : "succeeded without an answer"
        case .refused:
            if history[.tooManyRequests] + history[.unavailable] == 0 { return "refused by nobody" }
            return history.arrivals < allowed ? "given up too early" : nil
        case .unauthorized: return history[.expiredToken] > 1 ? nil : "not authorized without two refusals"
        case .transport:
            // A request that a busy machine delays may be answered and still be late.
            return nil
        }
    }
}
