#if LoopbackTests
import ApusRuntime
import Foundation
import Hummingbird
import LoopbackSupport
import NIOCore
import Testing

@testable import ApusURLSession

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A session forgets each request when it has ended.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct SessionLifetimeTests {
    private enum Use: CaseIterable {
        case read, unread, partlyRead, canceledBefore, canceledWaiting, refused
    }

    @Test(arguments: Use.allCases) private func exchange(_ use: Use) async throws {
        try await withStreamingServer { _ in
            if use == .canceledWaiting { try await Task.sleep(for: .seconds(5)) }
            return Response(
                status: .ok,
                body: .init { writer in
                    for _ in 0..<10 { try await writer.write(ByteBuffer(string: "text")) }
                    if use != .read { try await Task.sleep(for: .seconds(5)) }
                    try await writer.finish(nil)
                })
        } _: { server in
            let connection = SessionConnection(.ephemeral)
            let url = try #require(URL(string: use == .refused ? "http://127.0.0.1:9" : server))
            let task = Task {
                if use == .canceledBefore { withUnsafeCurrentTask { $0?.cancel() } }
                let (_, bytes) = try await connection.start(URLRequest(url: url), nil)
                var chunks = bytes.makeAsyncIterator()
                switch use {
                case .partlyRead: _ = try await chunks.next()
                case .read: while try await chunks.next() != nil {}
                default: break
                }
            }
            if use == .canceledWaiting {
                try await Task.sleep(for: .milliseconds(100))
                task.cancel()
            }
            _ = await task.result
            for _ in 0..<300 where connection.exchangeCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(connection.exchangeCount == 0)
        }
    }
}

extension SessionConnection {
    /// The number of requests that have not ended.
    fileprivate var exchangeCount: Int {
        let delegate = Mirror(reflecting: self).descendant("delegate")
        let exchanges = delegate.flatMap { Mirror(reflecting: $0).descendant("exchanges") }
        return (exchanges as? [Int: ApusURLSession.Exchange])?.count ?? -1
    }
}
#endif
