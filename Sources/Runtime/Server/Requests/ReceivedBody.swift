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
        let (stream, maximum, time) = (stream, configuration.maximumBodySize, configuration.maximumBodyTime)
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                do {
                    return try await stream.collect(upTo: maximum)
                } catch HTTPBodyError.tooLarge {
                    throw Self.tooLarge(maximum)
                }
            }
            group.addTask {
                try await Task.sleep(for: time)
                throw ServerRefusal(.timeout, "the body did not arrive in time")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    static func tooLarge(_ maximum: Int) -> ServerRefusal {
        ServerRefusal(.tooLarge, "the body must not be larger than \(maximum) bytes")
    }

    /// The body as a stream that ends with a refusal if it is larger than allowed.
    var limitedStream: HTTPBody {
        guard let maximum = configuration.maximumStreamSize else { return stream }
        var body = HTTPBody(
            streaming: LimitedChunks(chunks: stream, maximum: maximum), length: stream.length,
            iteration: stream.iteration)
        body.contentType = contentType
        return body
    }
}

private struct LimitedChunks: AsyncSequence, Sendable {
    let chunks: HTTPBody
    let maximum: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.Iterator
        var allowance: Int
        let maximum: Int

        mutating func next() async throws -> [UInt8]? {
            guard let chunk = try await chunks.next() else { return nil }
            allowance -= chunk.count
            if allowance < 0 { throw ReceivedBody.tooLarge(maximum) }
            return chunk
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(chunks: chunks.makeAsyncIterator(), allowance: maximum, maximum: maximum)
    }
}
