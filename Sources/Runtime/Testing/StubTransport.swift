import ApusClient
import ApusModels
import Dispatch
import HTTPTypes

/// A transport in memory that answers each operation as a test says.
///
/// ```swift
/// let stubs = StubTransport()
/// let client = ExampleClient(apiKey: "test", transport: stubs)
/// stubs.on(client.createSession).succeeds(with: session).fails(with: .notFound(problem))
/// // … the code under test …
/// try stubs.verify()
/// ```
///
/// The answers of an operation are given in their order, each once unless it has `times`. The client decodes them as it
/// decodes responses of a server. A request without an answer throws ``UnexpectedRequest``.
public final class StubTransport: ClientTransport, @unchecked Sendable {
    private let lock = DispatchSemaphore(value: 1)
    private var answers: [String: [StubAnswer]] = [:]
    private var sent: [StubRequest] = []
    private var unexpected: [StubRequest] = []

    public init() {}

    /// Returns the stub of an operation, named by its method.
    ///
    /// The method's types are those of the stub, so that wrong answers do not compile.
    public func on<each Argument, Output: Sendable, Failure: OperationError>(
        _ method: (repeat each Argument) async throws(Failure) -> Output
    ) -> OperationStub<Output, Failure> {
        OperationStub(operationID: Failure.operationID, transport: self)
    }

    /// Returns the stub of an operation, named by its ID.
    public func on<Output: Sendable, Failure: OperationError>(
        _ operationID: String, returning: Output.Type, throwing: Failure.Type
    ) -> OperationStub<Output, Failure> {
        OperationStub(operationID: operationID, transport: self)
    }

    /// The requests so far, in their order.
    public var requests: [StubRequest] { locked { sent } }

    /// Returns the requests of an operation, in their order.
    public func requests(of operationID: String) -> [StubRequest] { requests.filter { $0.operationID == operationID } }

    /// Checks that every answer has been used, and that every request had one.
    ///
    /// - Throws: ``UnmetExpectations``. Answers with `times: nil` may be unused.
    public func verify() throws(UnmetExpectations) {
        let (unused, unexpected) = locked {
            (answers.mapValues { $0.reduce(0) { $0 + ($1.times ?? 0) } }.filter { $0.value > 0 }, self.unexpected)
        }
        if !unused.isEmpty || !unexpected.isEmpty { throw UnmetExpectations(unused: unused, unexpected: unexpected) }
    }

    func add(_ answer: StubAnswer, to operationID: String) {
        locked { answers[operationID, default: []].append(answer) }
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let seen = StubRequest(
            operationID: operationID, request: request, baseURL: baseURL, body: try await body?.collect(upTo: 64 << 20))
        let answer = locked { () -> StubAnswer? in
            sent.append(seen)
            guard let answer = take(operationID) else {
                unexpected.append(seen)
                return nil
            }
            return answer
        }
        guard let answer else { throw UnexpectedRequest(request: seen) }
        if answer.delay > .zero { try await Task.sleep(for: answer.delay) }
        return try await answer.respond(seen)
    }

    /// Returns the next answer. The last one with `times: nil` stays.
    private func take(_ operationID: String) -> StubAnswer? {
        guard let first = answers[operationID]?.first else { return nil }
        guard let times = first.times else { return first }
        if times > 1 { answers[operationID]?[0].times = times - 1 } else { answers[operationID]?.removeFirst() }
        return first
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        lock.wait()
        defer { lock.signal() }
        return body()
    }
}

/// A request that a stub has received.
public struct StubRequest: Sendable {
    public var operationID: String
    public var request: HTTPRequest
    public var baseURL: URL
    /// The bytes of the body, or `nil` if there is none.
    public var body: [UInt8]?

    /// The body as text, or empty.
    public var text: String { String(decoding: body ?? [], as: UTF8.self) }

    /// Returns the body as a value.
    public func json<Value: JSONCodable>(as type: Value.Type = Value.self) throws(JSONError) -> Value {
        try JSON.decode(type, from: body ?? [])
    }
}

extension StubRequest: CustomStringConvertible {
    public var description: String {
        let path = (request.path ?? "/").prefix { $0 != "?" }
        return "\(operationID): \(request.method) \(path)"
    }
}

struct StubAnswer: Sendable {
    var delay: Duration
    /// The number of requests that it answers, or `nil` for all that follow.
    var times: Int?
    var respond: @Sendable (StubRequest) async throws -> (HTTPResponse, HTTPBody?)
}

/// The error for a request without an answer.
public struct UnexpectedRequest: TransientError, CustomStringConvertible {
    public var request: StubRequest
    public var isTransient: Bool { false }
    public var description: String { "no stub answers \(request)" }
}

/// The error for answers that no request has used, and for requests without an answer.
public struct UnmetExpectations: Error, CustomStringConvertible {
    /// The number of unused answers by operation.
    public var unused: [String: Int]
    public var unexpected: [StubRequest]

    public var description: String {
        let missing = unused.sorted { $0.key < $1.key }.map { "\($0.key) was expected \($0.value) more times" }
        return (missing + unexpected.map { "no stub answers \($0)" }).joined(separator: "\n")
    }
}
