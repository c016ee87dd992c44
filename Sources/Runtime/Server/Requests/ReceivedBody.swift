import ApusClient
import ApusModels

/// The body of a request with the limits of the server.
struct ReceivedBody: Sendable {
    let stream: HTTPBody
    /// The content type of the request.
    let contentType: String
    let configuration: ServerConfiguration

    /// Returns all bytes.
    ///
    /// - Throws: ``ServerRefusal`` if there are too many, or if they do not arrive in time.
    func bytes() async throws -> [UInt8] {
        if let bytes = stream.bytesInMemory {
            if bytes.count > configuration.maximumBodySize { throw Self.tooLarge(configuration.maximumBodySize) }
            return bytes
        }
        if case .known(let length) = stream.length, length > configuration.maximumBodySize {
            throw Self.tooLarge(configuration.maximumBodySize)
        }
        let (stream, maximum) = (stream, configuration.maximumBodySize)
        return try await Timeout.run((configuration.maximumBodyTime, Self.tooSlow)) {
            do {
                return try await stream.collect(upTo: maximum)
            } catch HTTPBodyError.tooLarge {
                throw Self.tooLarge(maximum)
            }
        }
    }

    /// Returns the error for one of the transport's while a body is read. The client has caused it, for example by a
    /// chunk without a length (RFC 9112, section 7.1), or by closing the connection.
    @Sendable static func refusal(_ error: any Error) -> any Error {
        // These are errors of the server: a second use of the stream, and its own end.
        if error is HTTPBodyError || error is CancellationError || error is ServerRefusal { return error }
        return ServerRefusal(.unreadable, "the body cannot be received")
    }

    static func tooLarge(_ maximum: Int) -> ServerRefusal {
        ServerRefusal(.tooLarge, "the body must not be larger than \(maximum) bytes")
    }

    static var tooSlow: ServerRefusal { ServerRefusal(.timeout, "the body did not arrive in time") }

    /// The body as a stream that ends with a refusal if it is larger or slower than allowed.
    var limitedStream: HTTPBody {
        let chunks = LimitedChunks(
            chunks: stream, maximumSize: configuration.maximumStreamSize,
            maximumPause: stream.bytesInMemory == nil ? configuration.maximumStreamPause : nil)
        var body = HTTPBody(
            streaming: chunks, length: stream.length, iteration: stream.iteration, contentType: contentType)
        body.onExcess = stream.onExcess
        return body
    }
}

private struct LimitedChunks: AsyncSequence, Sendable {
    let chunks: HTTPBody
    let maximumSize: Int?
    let maximumPause: Duration?

    struct AsyncIterator: AsyncIteratorProtocol {
        let chunks: Chunks
        let maximumSize: Int?
        let limit: (time: Duration, error: any Error)?
        var size = 0

        mutating func next() async throws -> [UInt8]? {
            let chunks = chunks
            guard let chunk = try await Timeout.run(limit, { try await chunks.next() }) else { return nil }
            size += chunk.count
            if let maximumSize, size > maximumSize { throw ReceivedBody.tooLarge(maximumSize) }
            return chunk
        }
    }

    /// The chunks of one iteration. It is only used by one task at a time: each call is awaited before the next one.
    final class Chunks: @unchecked Sendable {
        private var iterator: HTTPBody.Iterator

        init(_ iterator: HTTPBody.Iterator) { self.iterator = iterator }

        func next() async throws -> [UInt8]? { try await iterator.next() }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(
            chunks: Chunks(chunks.makeAsyncIterator()), maximumSize: maximumSize,
            limit: maximumPause.map { ($0, ReceivedBody.tooSlow) })
    }
}
