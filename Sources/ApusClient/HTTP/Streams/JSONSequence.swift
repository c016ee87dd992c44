import ApusModels

/// The values of a stream of JSON, decoded one after the other while the bytes arrive.
///
/// Of the stream, no more is held than the value that is arriving and the last chunk. A sequence can be iterated as
/// often as its body.
public struct JSONSequence<Element: JSONCodable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let framing: JSONFraming
    private let options: JSONDecodingOptions
    private let maximumElementBytes: Int

    /// - Parameters:
    ///   - body: the stream; for bytes that come from elsewhere, `HTTPBody(streaming:)` makes one.
    ///   - framing: how the values follow each other.
    ///   - options: how strictly the values are decoded; `maximumBytes` is not a limit for the stream.
    ///   - maximumElementBytes: how many bytes one value may have.
    public init(
        _ body: HTTPBody, of type: Element.Type = Element.self, framing: JSONFraming,
        options: JSONDecodingOptions = JSONDecodingOptions(), maximumElementBytes: Int = 16 << 20
    ) {
        self.body = body
        self.framing = framing
        self.options = options
        self.maximumElementBytes = maximumElementBytes
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var chunks: HTTPBody.Iterator
        private var framer: JSONFramer
        private let options: JSONDecodingOptions
        private var isFinished = false

        fileprivate init(_ sequence: JSONSequence) {
            chunks = sequence.body.makeAsyncIterator()
            framer = JSONFramer(sequence.framing, maximumFrameBytes: sequence.maximumElementBytes)
            options = sequence.options
        }

        /// The next value, nil at the end of the stream. Nothing follows a failure.
        ///
        /// - Throws: `JSONError`, with the byte's offset in the stream and, in an array, a pointer from its root; or
        ///   what the body throws.
        public mutating func next() async throws -> Element? {
            if isFinished { return nil }
            isFinished = true
            while true {
                if let frame = try framer.next() {
                    let element = try frame.decode(Element.self, options: options)
                    isFinished = false
                    return element
                }
                if framer.isFinished { return nil }
                if let chunk = try await chunks.next() { framer.append(chunk) } else { framer.finish() }
            }
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}
