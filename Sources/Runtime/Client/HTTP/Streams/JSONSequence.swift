import ApusModels

/// The values of a JSON stream, decoded while they are received.
///
/// ```swift
/// for try await event in JSONSequence(body, of: Event.self, framing: .lines) { print(event.name) }
/// ```
///
/// Only the current value and the last chunk are in memory. A sequence can be iterated as often as its body.
public struct JSONSequence<Element: JSONCodable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let framing: JSONFraming
    private let options: JSONDecodingOptions
    private let maximumElementBytes: Int
    /// Whether values are validated against the API description. Servers set this.
    package var validates = false
    /// Converts an error about the values to the error that iteration throws. Servers distinguish these from errors of
    /// handlers.
    package var failure: @Sendable (any Error) -> any Error = { $0 }

    /// - Parameters:
    ///   - body: The stream. `HTTPBody(streaming:)` creates one from other sources.
    ///   - framing: The format in which the values follow each other.
    ///   - options: The decoding options of each value. `maximumBytes` does not limit the stream.
    ///   - maximumElementBytes: The maximum size of one value in bytes.
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
        private let validates: Bool
        private let failure: @Sendable (any Error) -> any Error
        private var count = 0
        private var isFinished = false

        fileprivate init(_ sequence: JSONSequence) {
            validates = sequence.validates
            failure = sequence.failure
            chunks = sequence.body.makeAsyncIterator()
            framer = JSONFramer(sequence.framing, maximumFrameBytes: sequence.maximumElementBytes)
            options = sequence.options
        }

        /// Returns the next value, or `nil` at the end of the stream and after an error.
        ///
        /// - Throws: `JSONError` with the byte offset in the stream and, in an array, a pointer from the array's root;
        ///   or the error of the body.
        public mutating func next() async throws -> Element? {
            if isFinished { return nil }
            isFinished = true
            while true {
                if let element = try nextBuffered() {
                    isFinished = false
                    return element
                }
                if framer.isFinished { return nil }
                if let chunk = try await chunks.next() { framer.append(chunk) } else { framer.finish() }
            }
        }

        /// Returns the next value if all its bytes have been received.
        private mutating func nextBuffered() throws -> Element? {
            do {
                guard let frame = try framer.next() else { return nil }
                let element = try frame.decode(Element.self, options: options)
                count += 1
                let violations = validates ? element.violations(pointer: "/\(count - 1)") : []
                if !violations.isEmpty { throw ValidationError(violations: violations) }
                return element
            } catch {
                throw failure(error)
            }
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}
