import Dispatch

/// The body of a request or a response: an asynchronous sequence of chunks of bytes.
///
/// ```swift
/// let report = HTTPBody("name,count\nruns,42\n", contentType: "text/csv")
/// let upload = HTTPBody(streaming: chunks, length: .known(fileSize))
/// let bytes = try await response.body.collect(upTo: 1 << 20)
/// ```
///
/// A body from the network can be iterated once. A second iteration throws ``HTTPBodyError/alreadyIterated``. A body of
/// bytes in memory can be iterated any number of times, so the request can be retried.
public struct HTTPBody: AsyncSequence, Sendable {
    /// A chunk of the body. It is not empty and has the size in which it was received.
    public typealias Element = [UInt8]

    /// The number of bytes in a body.
    public enum Length: Hashable, Sendable {
        case known(Int64)
        case unknown
    }

    /// The number of times that a body can be iterated.
    public enum Iteration: Hashable, Sendable {
        case single
        case multiple
    }

    public let length: Length
    public let iteration: Iteration
    /// The media type, for requests whose description leaves it to the body, such as `image/*`. `nil` means
    /// `application/octet-stream`.
    public var contentType: String?
    /// Requests the rest of a response's body, or `nil` if the request must not be repeated.
    var resumption: Resumption?
    /// Called when the body is larger than the limit of `collect(upTo:)`. A server learns by it that the client is to
    /// blame, because its handlers collect other bodies too.
    package var onExcess: (@Sendable () -> Void)?
    private var source: Source

    private enum Source: Sendable {
        case bytes([UInt8])
        case chunks(@Sendable () -> Iterator)
    }

    /// Creates a body of bytes in memory.
    public init(_ bytes: some Sequence<UInt8>, contentType: String? = nil) {
        let bytes = Array(bytes)
        self.contentType = contentType
        length = .known(Int64(bytes.count))
        iteration = .multiple
        source = .bytes(bytes)
    }

    /// Creates a text body in UTF-8.
    public init(_ text: some StringProtocol, contentType: String? = nil) {
        self.init(text.utf8, contentType: contentType)
    }

    /// Creates a body that is streamed from a sequence of chunks.
    ///
    /// - Parameters:
    ///   - iteration: `.multiple` if `chunks` returns the same bytes in each iteration.
    public init<Chunks: AsyncSequence & Sendable>(
        streaming chunks: Chunks, length: Length = .unknown, iteration: Iteration = .single, contentType: String? = nil
    ) where Chunks.Element: Sequence<UInt8> {
        self.length = length
        self.iteration = iteration
        self.contentType = contentType
        switch iteration {
        case .multiple:
            source = .chunks {
                var chunks = chunks.makeAsyncIterator()
                return Iterator { try await chunks.next().map { Array($0) } }
            }
        case .single:
            let use = SingleUse()
            source = .chunks {
                var iterator: Chunks.AsyncIterator?
                return Iterator {
                    if iterator == nil {
                        guard use.begin() else { throw HTTPBodyError.alreadyIterated }
                        iterator = chunks.makeAsyncIterator()
                    }
                    return try await iterator?.next().map { Array($0) }
                }
            }
        }
    }

    /// The bytes if the body is in memory, or `nil`.
    public var bytesInMemory: [UInt8]? {
        if case .bytes(let bytes) = source { bytes } else { nil }
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let chunk: () async throws -> [UInt8]?

        fileprivate init(_ chunk: @escaping () async throws -> [UInt8]?) {
            self.chunk = chunk
        }

        /// Returns the next chunk, or `nil` at the end of the body.
        public mutating func next() async throws -> [UInt8]? {
            while let chunk = try await chunk() {
                if !chunk.isEmpty { return chunk }
            }
            return nil
        }
    }

    public func makeAsyncIterator() -> Iterator {
        switch source {
        case .bytes(let bytes):
            var rest = Optional(bytes)
            return Iterator {
                defer { rest = nil }
                return rest
            }
        case .chunks(let makeIterator):
            return makeIterator()
        }
    }

    /// Returns the body with other errors of its stream.
    package func mapErrors(_ map: @escaping @Sendable (any Error) -> any Error) -> HTTPBody {
        guard case .chunks(let makeIterator) = source else { return self }
        var body = self
        body.source = .chunks {
            var chunks = makeIterator()
            return Iterator {
                do { return try await chunks.next() } catch { throw map(error) }
            }
        }
        return body
    }

    /// Returns all bytes of the body.
    ///
    /// - Parameter maximum: The maximum size in bytes. Memory use is limited to this size and one chunk.
    /// - Throws: ``HTTPBodyError/tooLarge(maximum:)`` or the error of the stream.
    public func collect(upTo maximum: Int) async throws -> [UInt8] {
        if case .known(let length) = length, length > maximum { throw excess(maximum) }
        if let bytes = bytesInMemory { return bytes }
        var bytes: [UInt8] = []
        for try await chunk in self {
            if chunk.count > maximum - bytes.count { throw excess(maximum) }
            // Most bodies are a single chunk, which is not copied.
            if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
        }
        return bytes
    }

    private func excess(_ maximum: Int) -> HTTPBodyError {
        onExcess?()
        return .tooLarge(maximum: maximum)
    }

    /// Returns the beginning of the body without reading the rest.
    ///
    /// - Parameter count: The maximum number of bytes to return. Memory use is limited to this number and one chunk.
    /// - Throws: The error of the stream.
    func beginning(upTo count: Int) async throws -> [UInt8] {
        if let bytes = bytesInMemory { return Array(bytes.prefix(count)) }
        var bytes: [UInt8] = []
        for try await chunk in self {
            bytes.append(contentsOf: chunk.prefix(count - bytes.count))
            if bytes.count == count { break }
        }
        return bytes
    }
}

/// Admits the first caller only.
private final class SingleUse: Sendable {
    // Its value is the number of callers that may still be admitted. An actor would cost a change of executors.
    private let admissions = DispatchSemaphore(value: 0)

    init() { admissions.signal() }

    func begin() -> Bool { admissions.wait(timeout: .now()) == .success }
}

/// The reason why a body cannot be read.
public enum HTTPBodyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The body is larger than the limit.
    case tooLarge(maximum: Int)
    /// The body can be iterated once, and already has been.
    case alreadyIterated

    public var description: String {
        switch self {
        case .tooLarge(let maximum): "the body is larger than \(maximum) bytes"
        case .alreadyIterated: "the body is a stream that has been read already"
        }
    }
}
