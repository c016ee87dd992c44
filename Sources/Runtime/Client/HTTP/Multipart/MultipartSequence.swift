import HTTPTypes

/// The parts of a multipart body (RFC 2046, section 5.1), parsed while they are received.
///
/// A part's body is a stream. Read it before requesting the next part, which skips the rest.
public struct MultipartSequence: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let boundary: String?
    private let limits: MultipartLimits
    /// Converts an error about the parts to the error that iteration throws. Servers distinguish these from errors of
    /// handlers.
    package var failure: @Sendable (any Error) -> any Error = { $0 }

    /// - Parameter contentType: The body's content type with its `boundary`. Without one, iteration throws.
    public init(_ body: HTTPBody, contentType: String, limits: MultipartLimits = MultipartLimits()) {
        self.body = body
        self.limits = limits
        boundary = HeaderParameters(contentType)["boundary"]
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let reader: MultipartReader
        private let failure: @Sendable (any Error) -> any Error
        private let onExcess: (@Sendable () -> Void)?

        fileprivate init(_ sequence: MultipartSequence) {
            reader = MultipartReader(sequence.body, boundary: sequence.boundary, limits: sequence.limits)
            failure = sequence.failure
            onExcess = sequence.body.onExcess
        }

        /// Returns the next part, or `nil` at the end and after an error.
        ///
        /// - Throws: ``MultipartError`` or the error of the body.
        public mutating func next() async throws -> MultipartPart? {
            try await nextReceived()?.part
        }

        mutating func nextReceived() async throws -> ReceivedPart? {
            let next: MultipartReader.Head?
            do { next = try await reader.nextPart() } catch { throw failure(error) }
            guard let head = next else { return nil }
            let chunks = PartChunks(reader: reader, number: head.number, failure: failure)
            var body = HTTPBody(streaming: chunks, contentType: head.fields[.contentType])
            body.onExcess = onExcess
            return ReceivedPart(
                part: MultipartPart(headers: head.fields, body: body), number: head.number, offset: head.offset)
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

/// A part and its position in the body.
struct ReceivedPart: Sendable {
    var part: MultipartPart
    /// The number of the part, from 1.
    var number: Int
    /// The position of its first header field, in bytes.
    var offset: Int

    func failure(_ reason: MultipartError.Reason) -> MultipartError {
        MultipartError(reason, part: number, name: part.name, offset: offset)
    }
}

/// The chunks of a part, up to its end or until the reader continues with another part.
private struct PartChunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
    let reader: MultipartReader
    let number: Int
    let failure: @Sendable (any Error) -> any Error

    func next() async throws -> [UInt8]? {
        do { return try await reader.nextChunk(of: number) } catch { throw failure(error) }
    }

    func makeAsyncIterator() -> PartChunks { self }
}
