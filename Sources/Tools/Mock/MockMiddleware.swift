import ApusClient
import ApusExamples
import ApusModels
import ApusServer
import Dispatch
import HTTPTypes

/// Delays responses, lets some requests fail, and writes the log.
struct MockMiddleware: ServerMiddleware {
    private let options: MockOptions
    private let errors: ErrorMaker
    private let log: @Sendable (String) -> Void
    private let faults: Faults

    init(options: MockOptions, errors: ErrorMaker, log: @escaping @Sendable (String) -> Void) {
        self.options = options
        self.errors = errors
        self.log = log
        faults = Faults(rate: options.faultRate, seed: options.seed)
    }

    func intercept(
        _ request: ServerRequest, body: HTTPBody?, next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply {
        let clock = ContinuousClock()
        let start = clock.now
        if options.latency > .zero { try await Task.sleep(for: options.latency) }
        var reply: ServerReply
        if faults.isNext {
            reply = errors.reply(to: MockError(status: 503, "a fault was asked for"), operationID: request.operationID)
            reply.cause = MockNotes(texts: ["a fault, because of --fault-rate"])
        } else {
            reply = await next(request, body)
        }
        log(
            LogLine(
                head: request.head, operation: request.operationID, reply: reply, duration: clock.now - start
            ).text)
        return reply
    }
}

/// Chooses the requests that fail.
private final class Faults: @unchecked Sendable {
    private let rate: Double
    private var random: SeededGenerator
    private let lock = DispatchSemaphore(value: 1)

    init(rate: Double, seed: UInt64) {
        self.rate = rate
        random = SeededGenerator(seed: seed, for: "faults")
    }

    var isNext: Bool {
        guard rate > 0 else { return false }
        lock.wait()
        defer { lock.signal() }
        return Double.random(in: 0..<1, using: &random) < rate
    }
}

/// The log of a request: one line, and one more for each problem.
struct LogLine {
    var head: HTTPRequest
    var operation: String?
    var reply: ServerReply
    var duration: Duration?

    var text: String {
        var details = operation.map { [$0] } ?? []
        if let duration { details.append("\(Int(duration / .milliseconds(1))) ms") }
        let suffix = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
        let target = Self.printable(head.path ?? "/")
        let first = "\(head.method.rawValue) \(target) → \(reply.head.status.code)\(suffix)\n"
        return first + notes.map { "    \(Self.printable($0))\n" }.joined()
    }

    private var notes: [String] {
        switch reply.cause {
        case let refusal as ServerRefusal:
            [refusal.detail]
                + refusal.problems.map(\.text)
        case let notes as MockNotes: notes.texts
        case let error?: ["\(error)"]
        case nil: []
        }
    }

    /// Returns a text without control characters, with which a client could write lines of its own.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
