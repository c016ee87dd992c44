/// The body of a request or a response: an asynchronous sequence of chunks of bytes.
///
/// A body that comes from the network can be iterated once; a second iteration throws
/// ``HTTPBodyError/alreadyIterated``. A body made from bytes can be iterated any number of times, which is what
/// a retry needs.
public struct HTTPBody: AsyncSequence, Sendable {
    /// A chunk of the body; not empty, of whatever size it arrived in.
    public typealias Element = [UInt8]

    /// The number of bytes in a body.
    public enum Length: Hashable, Sendable {
        case known(Int64)
        case unknown
    }

    /// How often a body can be iterated.
    public enum Iteration: Hashable, Sendable {
        case single
        case multiple
    }

    public let length: Length
    public let iteration: Iteration
    /// The media type of the bytes, for requests that leave the choice to who makes the body (such as `image/*`);
    /// nil for `application/octet-stream`.
    public var contentType: String?
    private let source: Source

    private enum Source: Sendable {
        case bytes([UInt8])
        case chunks(@Sendable () -> Iterator)
    }

    /// A body of bytes in memory.
    public init(_ bytes: some Sequence<UInt8>, contentType: String? = nil) {
        let bytes = Array(bytes)
        self.contentType = contentType
        length = .known(Int64(bytes.count))
        iteration = .multiple
        source = .bytes(bytes)
    }

    /// A body of text in UTF-8.
    public init(_ text: some StringProtocol, contentType: String? = nil) {
        self.init(text.utf8, contentType: contentType)
    }

    /// A body that is streamed from a sequence of chunks.
    ///
    /// - Parameters:
    ///   - iteration: whether `chunks` gives the same bytes each time it is iterated.
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
                        guard await use.begin() else { throw HTTPBodyError.alreadyIterated }
                        iterator = chunks.makeAsyncIterator()
                    }
                    return try await iterator?.next().map { Array($0) }
                }
            }
        }
    }

    /// The bytes, if the body is in memory.
    public var bytesInMemory: [UInt8]? {
        if case .bytes(let bytes) = source { bytes } else { nil }
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let chunk: () async throws -> [UInt8]?

        fileprivate init(_ chunk: @escaping () async throws -> [UInt8]?) {
            self.chunk = chunk
        }

        /// The next chunk, `nil` at the end of the body.
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

    /// All bytes of the body.
    ///
    /// - Parameter maximum: the number of bytes that are accepted; memory stays within it and one chunk.
    /// - Throws: ``HTTPBodyError/tooLarge(maximum:)`` or what the stream throws.
    public func collect(upTo maximum: Int) async throws -> [UInt8] {
        if case .known(let length) = length, length > maximum { throw HTTPBodyError.tooLarge(maximum: maximum) }
        if let bytes = bytesInMemory { return bytes }
        var bytes: [UInt8] = []
        for try await chunk in self {
            if chunk.count > maximum - bytes.count { throw HTTPBodyError.tooLarge(maximum: maximum) }
            bytes.append(contentsOf: chunk)
        }
        return bytes
    }

    /// The beginning of the body, and nothing of what follows.
    ///
    /// - Parameter count: The number of bytes that are kept; memory stays within it and one chunk.
    /// - Throws: What the stream throws.
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

/// Lets the first caller in.
private actor SingleUse {
    private var isUsed = false

    func begin() -> Bool {
        defer { isUsed = true }
        return !isUsed
    }
}

/// Why a body could not be read.
public enum HTTPBodyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The body has more bytes than the limit allows.
    case tooLarge(maximum: Int)
    /// The body can be iterated once only, and has been.
    case alreadyIterated

    public var description: String {
        switch self {
        case .tooLarge(let maximum): "the body is larger than \(maximum) bytes"
        case .alreadyIterated: "the body is a stream that has been read already"
        }
    }
}
