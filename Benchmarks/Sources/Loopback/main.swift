import ApusAsyncHTTPClient
import AsyncHTTPClient
import Foundation
import Galileo
import GalileoCodable
import Measuring
import NIOCore

// Requests per second of processor time, of a generated client and a generated server, each compared with one written
// by hand with the same library and `Codable`. Clients run in this process, servers in another one.
//
//     swift run -c release Loopback [--rounds N] [--only client|server] [--size small]

if CommandLine.arguments.contains("serve") {
    try await serve()
    exit(0)
}

func option(_ name: String) -> String? {
    CommandLine.arguments.firstIndex(of: name).map { CommandLine.arguments[$0 + 1] }
}

let rounds = option("--rounds").flatMap { Int($0) } ?? 9
let servers = try SecondProcess(["serve"])
defer { servers.terminate() }
let ports = servers.integers()
guard ports.count == 3 else { fatalError("the servers do not run") }
let (fixed, generated, byHand) = (
    "http://127.0.0.1:\(ports[0])", "http://127.0.0.1:\(ports[1])", "http://127.0.0.1:\(ports[2])"
)
let http = HTTPClient(
    eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: .init(redirectConfiguration: .disallow))
let bytes = BytesClient(http: http)
var missed: [String] = []

print("| requests per CPU second | Apus | by hand | Apus ÷ by hand |\n| --- | --- | --- | --- |")
if option("--only") != "server" { missed += try await measureClients() }
if option("--only") != "client" { missed += try await measureServers() }
if !missed.isEmpty {
    print("\n" + missed.joined(separator: "\n"))
    servers.terminate()
    exit(1)
}

func measureClients() async throws -> [String] {
    let ours = GalileoClient(apiKey: Exchanges.key, server: fixed, transport: AsyncHTTPClientTransport(client: http))
    let peer = CodableClient(http: http, server: fixed)
    let small = try await Measurement("client, create a session", count: 2000, rounds: rounds, clock: processorTime) {
        _ = try await ours.createSession(
            projectID: Exchanges.project,
            Galileo.CreateSessionRequest(
                logStreamID: .value(Exchanges.logStream), clientVersion: .value("galileo 1.2.3"), reliable: true,
                name: .value("Refund for order 4711"), externalID: .value("conversation-4711")))
    } peer: {
        _ = try await peer.createSession(
            projectID: Exchanges.project,
            GalileoCodable.CreateSessionRequest(
                logStreamID: Exchanges.logStream, clientVersion: "galileo 1.2.3", reliable: true,
                name: "Refund for order 4711", externalID: "conversation-4711"))
    }
    print(small.row)
    if option("--size") == "small" { return [] }
    let large = try await Measurement("client, a response of 500 kB", count: 40, rounds: rounds, clock: processorTime) {
        _ = try await ours.querySessions(
            projectID: Exchanges.project,
            Galileo.QuerySessionsRequest(limit: 100, logStreamID: .value(Exchanges.logStream)))
    } peer: {
        _ = try await peer.querySessions(
            projectID: Exchanges.project,
            GalileoCodable.QuerySessionsRequest(limit: 100, logStreamID: Exchanges.logStream))
    }
    print(large.row)
    return try misses("client", small: small, large: large)
}

func measureServers() async throws -> [String] {
    func measurement(_ name: String, count: Int, path: String, body: [UInt8], atLeast size: Int) async throws
        -> Measurement
    {
        let (body, bytes) = (ByteBuffer(bytes: body), bytes)
        let (ours, peer) = (generated + path, byHand + path)
        return try await Measurement(
            name, count: count, rounds: rounds,
            clock: { Double(try await bytes.text(at: fixed + "/cpu")) ?? 0 },
            ours: { try await bytes.post(body, to: ours, atLeast: size) },
            peer: { try await bytes.post(body, to: peer, atLeast: size) })
    }
    let small = try await measurement(
        "server, create a session", count: 2000, path: Exchanges.createPath, body: Exchanges.createRequest,
        atLeast: 100)
    print(small.row)
    if option("--size") == "small" { return [] }
    let large = try await measurement(
        "server, a response of 500 kB", count: 40, path: Exchanges.queryPath, body: Exchanges.queryRequest,
        atLeast: 400_000)
    print(large.row)
    return try misses("server", small: small, large: large)
}

func misses(_ side: String, small: Measurement, large: Measurement) throws -> [String] {
    let thresholds = try Thresholds()
    return thresholds.missed(thresholds.loopback[side], atLeast: ["small": small.ratio, "large": large.ratio])
        .map { "\(side): \($0)" }
}
