import HTTPTypes

/// The parts of a multipart body (RFC 2046, section 5.1), one after the other while they arrive.
///
/// A part's body is a stream: read it before the next part is asked for, which skips what is left of it.
public struct MultipartSequence: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let boundary: String?
    private let limits: MultipartLimits

    /// - Parameter contentType: the body's content type, with the `boundary`; without one, iteration throws.
    public init(_ body: HTTPBody, contentType: String, limits: MultipartLimits = MultipartLimits()) {
        self.body = body
        self.limits = limits
        boundary = HeaderParameters(contentType)["boundary"]
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let reader: MultipartReader

        fileprivate init(_ reader: MultipartReader) { self.reader = reader }

        /// The next part, nil at the end. Nothing follows a failure.
        ///
        /// - Throws: ``MultipartError`` or what the body throws.
        public mutating func next() async throws -> MultipartPart? {
            try await nextReceived()?.part
        }

        mutating func nextReceived() async throws -> ReceivedPart? {
            guard let head = try await reader.nextPart() else { return nil }
            let chunks = PartChunks(reader: reader, number: head.number)
            let body = HTTPBody(streaming: chunks, contentType: head.fields[.contentType])
            return ReceivedPart(
                part: MultipartPart(headers: head.fields, body: body), number: head.number, offset: head.offset)
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(MultipartReader(body, boundary: boundary, limits: limits))
    }
}

/// A part, and where it is in its body.
struct ReceivedPart: Sendable {
    var part: MultipartPart
    /// From 1.
    var number: Int
    /// Of its first header field, in bytes.
    var offset: Int

    func failure(_ reason: MultipartError.Reason) -> MultipartError {
        MultipartError(reason, part: number, name: part.name, offset: offset)
    }
}

/// The chunks of the part with a number, as long as the reader is at that part.
private struct PartChunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
    let reader: MultipartReader
    let number: Int

    func next() async throws -> [UInt8]? { try await reader.nextChunk(of: number) }
    func makeAsyncIterator() -> PartChunks { self }
}
