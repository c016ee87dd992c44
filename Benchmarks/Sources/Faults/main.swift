import ApusAsyncHTTPClient
import ApusOAuth
import ApusRuntime
import AsyncHTTPClient
import Foundation
import Galileo
import Measuring
import NIOCore

// Calls a server that resets connections, cuts bodies short, is slow, refuses in bursts and lets tokens expire. No call
// may be lost, or be sent twice if it must not be, and the memory of this process must not grow.
//
//     swift run -c release Faults [CALLS]

if CommandLine.arguments.contains("serve") {
    try serve(calls: Int(CommandLine.arguments[2]) ?? 0)
    exit(0)
}

let calls = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let tasks = 32
let attempts = 3
let server = try SecondProcess(["serve", String(calls)])
guard let port = server.integers().first else { fatalError("the server does not run") }
let address = "http://127.0.0.1:\(port)"

var settings = HTTPClient.Configuration(redirectConfiguration: .disallow)
settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = tasks
settings.connectionPool.retryConnectionEstablishment = false
let http = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: settings)
let scheme = OAuthScheme(flows: [OAuthFlow(.clientCredentials, token: address + "/token")])
let client = GalileoClient(
    credentials: [.apiKey: scheme.clientCredentials(OAuthClient(id: "faults", secret: "secret"))], server: address,
    transport: AsyncHTTPClientTransport(client: http),
    configuration: ClientConfiguration(
        timeout: .seconds(1),
        retry: RetryPolicy(maximumAttempts: attempts, baseDelay: .milliseconds(2), budget: nil)))

let outcomes = Outcomes(calls: calls)
let start = Date()
var memory: [Double] = []
// Ten parts, with the memory after each.
for part in 0..<10 {
    let numbers = (calls * part / 10)..<(calls * (part + 1) / 10)
    await withTaskGroup(of: Void.self) { group in
        for task in 0..<tasks {
            group.addTask {
                for number in numbers where number % tasks == task {
                    await call(Exchange(number: number))
                }
            }
        }
    }
    memory.append(residentMegabytes())
}
let seconds = Date().timeIntervalSince(start)

let response = try await http.execute(HTTPClientRequest(url: address + "/summary"), timeout: .seconds(60))
let summary = Array(buffer: try await response.body.collect(upTo: 1 << 30))
let width = Fault.allCases.count
let histories = (0..<calls).map { History(summary[($0 * width)..<(($0 + 1) * width)]) }
report()

@Sendable func call(_ exchange: Exchange) async {
    func end(_ answered: UUID?) {
        let isRight = answered == exchange.projectID
        outcomes.set(isRight ? .success : .wrong, of: exchange, example: "an answer to another call")
    }
    do {
        if exchange.isQuery {
            end(
                try await client.querySessions(projectID: exchange.projectID, QuerySessionsRequest(limit: 10)).lastRowID
            )
        } else {
            end(
                try await client.createSession(
                    projectID: exchange.projectID, CreateSessionRequest(name: .value("A session"))
                ).projectID)
        }
    } catch {
        let outcome: Outcome =
            switch error as any Error {
            case CreateSessionError.tooManyRequests, CreateSessionError.serverError,
                QuerySessionsError.tooManyRequests, QuerySessionsError.serverError:
                .refused
            case CreateSessionError.unauthorized, QuerySessionsError.unauthorized: .unauthorized
            case CreateSessionError.transport, QuerySessionsError.transport: .transport
            default: .wrong
            }
        outcomes.set(outcome, of: exchange, example: "\(error)")
    }
}

/// The memory of this process that is not swapped out.
func residentMegabytes() -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
}

@MainActor func report() -> Never {
    let sent = histories.reduce(0) { $0 + $1.counts.reduce(0) { $0 + Int($1) } }
    print("\(calls) calls, \(sent) requests arrived, \(format(seconds, 1)) s\n")
    print("| what the server did | requests |\n| --- | --- |")
    for fault in Fault.allCases { print("| \(fault.name) | \(histories.reduce(0) { $0 + $1[fault] }) |") }
    print("\n| how calls ended | calls |\n| --- | --- |")
    for outcome in Outcome.allCases { print("| \(outcome.name) | \(outcomes.count(outcome)) |") }
    print("\nmemory in MB after each tenth: \(memory.map { format($0, 1) }.joined(separator: ", "))")
    var wrong = outcomes.contradictions(histories, attempts: attempts)
    print("contradictions: \(wrong.count)")
    if let first = memory.dropFirst().first, let last = memory.last, last > first * 1.1 + 4 {
        wrong.append("the memory grew from \(format(first, 1)) to \(format(last, 1)) MB")
    }
    print(wrong.prefix(20).joined(separator: "\n"))
    server.terminate()
    exit(wrong.isEmpty ? 0 : 1)
}
