import HTTPTypes

/// The parts of a multipart body (RFC 2046, section 5.1), one after the other while they arrive.
///
/// A part's body is a stream: read it before the next part is asked for, which skips what is left of it.
public struct MultipartSequence: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let boundary: String?

    /// - Parameter contentType: the body's content type, with the `boundary`; without one, iteration throws.
    public init(_ body: HTTPBody, contentType: String) {
        self.body = body
        boundary = HeaderParameters(contentType)["boundary"]
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let reader: MultipartReader

        fileprivate init(_ reader: MultipartReader) { self.reader = reader }

        /// The next part, nil at the end.
        ///
        /// - Throws: ``MultipartError`` or what the body throws.
        public mutating func next() async throws -> MultipartPart? {
            guard let (headers, number) = try await reader.nextPart() else { return nil }
            let reader = reader
            let chunks = PartChunks(reader: reader, number: number)
            return MultipartPart(
                headers: headers, body: HTTPBody(streaming: chunks, contentType: headers[.contentType]))
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(MultipartReader(body, boundary: boundary))
    }
}

/// Why a multipart body could not be read.
public enum MultipartError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The content type has no `boundary`, or one that is not allowed.
    case missingBoundary
    /// The body ends before its last boundary.
    case truncated
    /// Header fields of a part that are none, or too many.
    case invalidHeaders

    public var description: String {
        switch self {
        case .missingBoundary: "the content type has no boundary"
        case .truncated: "the body ends before its last boundary"
        case .invalidHeaders: "a part has malformed or too many header fields"
        }
    }
}

/// The chunks of the part with a number, as long as the reader is at that part.
private struct PartChunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
    let reader: MultipartReader
    let number: Int

    func next() async throws -> [UInt8]? { try await reader.nextChunk(of: number) }
    func makeAsyncIterator() -> PartChunks { self }
}
