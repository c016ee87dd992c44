#if LoopbackTests
import ApusRuntime
import ApusURLSession
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import NIOCore
import Testing

/// Bodies that are too large for memory. Each test runs in its own process and measures that process's memory.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct StreamingTests {
    @Test func uploadOverURLSession() async {
        await #expect(processExitsWith: .success) { try await upload(with: .urlSession) }
    }

    @Test func uploadOverAsyncHTTPClient() async {
        await #expect(processExitsWith: .success) { try await upload(with: .asyncHTTPClient) }
    }

    @Test func downloadOverURLSession() async {
        await #expect(processExitsWith: .success) { try await download(with: .urlSession) }
    }

    @Test func downloadOverAsyncHTTPClient() async {
        await #expect(processExitsWith: .success) { try await download(with: .asyncHTTPClient) }
    }

    /// A transport with a limit rejects a body of known length before reading it.
    @Test func refusedAtOnce() async throws {
        let body = HTTPBody(streaming: Chunks(count: 1, failsWhenRead: true), length: .known(101))
        await #expect(throws: HTTPBodyError.tooLarge(maximum: 100)) {
            _ = try await URLSessionTransport(maximumRequestBodySize: 100).send(
                HTTPRequest(method: .put, scheme: nil, authority: nil, path: "/"), body: body,
                baseURL: #require(URL(string: "http://127.0.0.1:1")), operationID: "upload")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func lengthsAreKept(kind: TransportKind) async throws {
        try await withStreamingServer { request in
            var sum = Sum()
            for try await buffer in request.body { sum.add(buffer.readableBytesView) }
            return .text(200, "\(sum.count) \(sum.checksum) \(request.headers[.contentLength] ?? "-")", [:])
        } _: { server in
            for count in [0, 1, 15, 16, 17, 40] {
                let body = HTTPBody(streaming: Chunks(count: count), length: .known(Int64(count * Chunks.size)))
                let (_, answer) = try await kind.make().send(
                    HTTPRequest(method: .put, scheme: nil, authority: nil, path: "/"), body: body,
                    baseURL: #require(URL(string: server)), operationID: "upload")
                let text = try await String(decoding: answer?.collect(upTo: 1000) ?? [], as: UTF8.self)
                let sum = Sum(count)
                #expect(text == "\(sum.count) \(sum.checksum) \(sum.count)")
            }
        }
    }
}

/// The memory that a transfer of 384 MB may use beyond that of a 1 MB transfer. The server is in the same process. On a
/// busy machine, the buffers of its responses take up to 160 MB, because a chunk that is written counts as sent.
private enum MemoryLimit {
    static let upload = 64 << 20
    static let download = 256 << 20
}

private func upload(with kind: TransportKind) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    setenv("TMPDIR", folder, 1)
    try await withStreamingServer { request in
        var sum = Sum()
        for try await buffer in request.body { sum.add(buffer.readableBytesView) }
        return .text(200, "\(sum.count) \(sum.checksum)", [:])
    } _: { server in
        let transport = kind.make()
        func send(_ count: Int) async throws {
            let (_, answer) = try await transport.send(
                HTTPRequest(method: .put, scheme: nil, authority: nil, path: "/"),
                body: HTTPBody(streaming: Chunks(count: count)),
                baseURL: URL(string: server)!, operationID: "upload")
            let text = try await String(decoding: answer?.collect(upTo: 1000) ?? [], as: UTF8.self)
            let sum = Sum(count)
            precondition(text == "\(sum.count) \(sum.checksum)", text)
        }
        try await send(16)
        let before = peakMemory()
        try await send(6144)
        precondition(peakMemory() - before < MemoryLimit.upload, "\((peakMemory() - before) >> 20) MB")
        // No temporary file remains.
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        precondition(files.isEmpty)
        try FileManager.default.removeItem(atPath: folder)
    }
}

/// Reads a body with a long pause after the first chunk, during which the rest is buffered or held back.
private func download(with kind: TransportKind) async throws {
    let requests = Counter()
    try await withStreamingServer { request in
        await requests.increment()
        let count = Int(request.uri.path.dropFirst())!
        return Response(
            status: .ok,
            body: .init { writer in
                for try await chunk in Chunks(count: count) { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            })
    } _: { server in
        let transport = kind.make()
        func read(_ count: Int) async throws {
            let (_, body) = try await transport.send(
                HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/\(count)"), body: nil,
                baseURL: URL(string: server)!, operationID: "download")
            var sum = Sum()
            for try await chunk in body! {
                if sum.count == 0 { try await Task.sleep(for: .milliseconds(500)) }
                sum.add(chunk)
            }
            precondition(sum == Sum(count), "\(sum)")
        }
        try await read(16)
        let before = peakMemory()
        try await read(6144)
        precondition(peakMemory() - before < MemoryLimit.download, "\((peakMemory() - before) >> 20) MB")
        // A restarted request would repeat its first bytes.
        let count = await requests.value
        precondition(count == 2)
    }
}

/// Distinct chunks of 64 KB, created one by one.
private struct Chunks: AsyncSequence, Sendable {
    static let size = 64 << 10
    var count: Int
    var failsWhenRead = false

    static func chunk(_ number: Int) -> [UInt8] {
        Array(repeating: UInt8(truncatingIfNeeded: number &* 31 &+ 7), count: size)
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: Range<Int>
        var failsWhenRead: Bool

        mutating func next() async throws -> [UInt8]? {
            if failsWhenRead { throw CancellationError() }
            return rest.popFirst().map(Chunks.chunk)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: 0..<count, failsWhenRead: failsWhenRead) }
}

/// The number of bytes and a checksum that depends on their order.
private struct Sum: Equatable {
    var count = 0
    var checksum: UInt64 = 0

    init() {}

    /// Computes the sum of a number of chunks.
    init(_ chunks: Int) {
        for number in 0..<chunks { add(Chunks.chunk(number)) }
    }

    /// Adds every 4096th byte, which distinguishes the chunks.
    mutating func add(_ bytes: some RandomAccessCollection<UInt8>) {
        for position in stride(from: (4096 - count % 4096) % 4096, to: bytes.count, by: 4096) {
            let byte = bytes[bytes.index(bytes.startIndex, offsetBy: position)]
            checksum = checksum &* 1_099_511_628_211 ^ UInt64(byte)
        }
        count += bytes.count
    }
}

private actor Counter {
    private(set) var value = 0

    func increment() { value += 1 }
}

/// Returns the peak memory of this process in bytes, or zero if it is unknown.
private func peakMemory() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) << 10
}

extension Range<Int> {
    fileprivate mutating func popFirst() -> Int? {
        guard let first else { return nil }
        self = first + 1..<upperBound
        return first
    }
}
#endif
