import ApusModels

/// The parts of a multipart body whose description lists them, one after the other while they arrive.
///
/// A file's bytes are a stream: read them before the next part is asked for, which skips what is left of them. Other
/// parts are read whole, and decoded.
public struct MultipartParts<Part: MultipartPartModel>: AsyncSequence, Sendable {
    public typealias Element = Part

    /// The parts as they are, with all header fields. The body can be iterated once, so instead of these.
    public let untyped: MultipartSequence
    let options: PartOptions

    /// - Parameters:
    ///   - contentType: the body's content type, with the `boundary`; without one, iteration throws.
    ///   - validates: whether values are checked by the rules of the API description.
    ///   - maximumValueBytes: how many bytes a part may have that is no file.
    public init(
        _ body: HTTPBody, contentType: String, of part: Part.Type = Part.self, validates: Bool = false,
        maximumValueBytes: Int = 16 << 20, limits: MultipartLimits = MultipartLimits()
    ) {
        untyped = MultipartSequence(body, contentType: contentType, limits: limits)
        options = PartOptions(validates: validates, maximumValueBytes: maximumValueBytes)
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var parts: MultipartSequence.Iterator
        private var census: PartCensus
        private let options: PartOptions
        private var isFinished = false

        fileprivate init(_ sequence: MultipartParts) {
            parts = sequence.untyped.makeAsyncIterator()
            census = PartCensus(Part.table, validates: sequence.options.validates)
            options = sequence.options
        }

        /// The next part, nil at the end. Nothing follows a failure.
        ///
        /// - Throws: ``MultipartError``, also at the end if a part has not come that must; `ValidationError` if values are
        ///   checked; or what the body throws.
        public mutating func next() async throws -> Part? {
            if isFinished { return nil }
            isFinished = true
            guard let received = try await parts.nextReceived() else {
                try census.finish()
                return nil
            }
            let index = try census.admit(received)
            let description = Part.table.description(of: index)
            var pointer = "/" + escapedReferenceToken(received.part.name ?? "")
            if description?.count != nil { pointer += "/\(census.count(of: index) - 1)" }
            let reader = PartReader(received: received, description: description, pointer: pointer, options: options)
            let part = try await Part(part: index, from: reader)
            isFinished = false
            return part
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}
