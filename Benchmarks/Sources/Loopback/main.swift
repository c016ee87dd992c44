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
//     swift run -c release Loopback [--rounds N] [--only client|server|stub] [--size small] [--stub PROGRAM]
//
// PROGRAM is a build of StubServer: the server with the stubs of swift-openapi-generator.

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
if [nil, "client"].contains(option("--only")) { missed += try await measureClients() }
if [nil, "server"].contains(option("--only")) { missed += try await measureServers(peer: byHand) }
if let program = option("--stub") { missed += try await measureStub(program) }
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

/// Measures the generated server.
///
/// - Parameters:
///   - peer: The URL of the other server.
///   - isPeerSeparate: Whether the other server is a process of its own.
func measureServers(
    _ name: String = "server", peer peerServer: String, isPeerSeparate: Bool = false
) async throws -> [String] {
    func measurement(_ exchange: String, count: Int, path: String, body: [UInt8], atLeast size: Int) async throws
        -> Measurement
    {
        let (body, bytes) = (ByteBuffer(bytes: body), bytes)
        let (ours, peer) = (generated + path, peerServer + path)
        return try await Measurement(
            "\(name), \(exchange)", count: count, rounds: rounds, clock: { try await processorTime(of: fixed) },
            peerClock: isPeerSeparate ? { try await processorTime(of: peerServer) } : nil,
            ours: { try await bytes.post(body, to: ours, atLeast: size) },
            peer: { try await bytes.post(body, to: peer, atLeast: size) })
    }
    let small = try await measurement(
        "create a session", count: 2000, path: Exchanges.createPath, body: Exchanges.createRequest, atLeast: 100)
    print(small.row)
    if option("--size") == "small" { return [] }
    // The stubs lose members, so that their response is smaller.
    let large = try await measurement(
        "a response of 500 kB", count: 40, path: Exchanges.queryPath, body: Exchanges.queryRequest,
        atLeast: isPeerSeparate ? 300_000 : 400_000)
    print(large.row)
    return try misses(name, small: small, large: large)
}

/// Measures the generated server beside the stubs of swift-openapi-generator.
func measureStub(_ program: String) async throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID()).json")
    try Data(Exchanges.records).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let stub = try SecondProcess([file.path(percentEncoded: false)], of: URL(filePath: program))
    defer { stub.terminate() }
    guard let port = stub.integers().first else { fatalError("\(program) does not run") }
    return try await measureServers("stub", peer: "http://127.0.0.1:\(port)", isPeerSeparate: true)
}

/// Asks a server for the processor time of its process.
func processorTime(of server: String) async throws -> Double {
    Double(try await bytes.text(at: server + "/cpu")) ?? 0
}

func misses(_ side: String, small: Measurement, large: Measurement) throws -> [String] {
    let thresholds = try Thresholds()
    return thresholds.missed(thresholds.loopback[side], atLeast: ["small": small.ratio, "large": large.ratio])
        .map { "\(side): \($0)" }
}
