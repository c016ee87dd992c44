#if AsyncHTTPClient
import ApusRuntime
import NIOCore

/// The chunks of a request's body. After each megabyte, they wait until the event loops have done what was given to
/// them.
///
/// AsyncHTTPClient asks for chunks until the event loop of the connection says that the network is slower. A busy machine
/// lets the loop wait for milliseconds, in which a fast source fills hundreds of megabytes of memory. A loop that has done
/// its tasks has sent the earlier chunks or has said so.
struct SentBytes: AsyncSequence, Sendable {
    private static let pace = 1 << 20

    let body: HTTPBody
    let loops: any EventLoopGroup

    struct AsyncIterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.AsyncIterator
        let loops: any EventLoopGroup
        /// The bytes since the last wait.
        var count = 0

        mutating func next() async throws -> ByteBuffer? {
            if count >= SentBytes.pace {
                for loop in loops.makeIterator() { try await loop.submit {}.get() }
                count = 0
            }
            guard let chunk = try await chunks.next() else { return nil }
            count += chunk.count
            return ByteBuffer(bytes: chunk)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: body.makeAsyncIterator(), loops: loops) }
}
#endif
