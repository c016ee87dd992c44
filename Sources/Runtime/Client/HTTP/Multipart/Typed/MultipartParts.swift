import ApusModels

/// The described parts of a multipart body, decoded while they are received.
///
/// ```swift
/// for try await part in try await client.getReport() {
///     switch part {
///     case .photo(let photo, _): try await save(photo.body)
///     case .details(let details): print(details.title)
///     default: break
///     }
/// }
/// ```
///
/// A file's bytes are a stream. Read them before requesting the next part, which skips the rest. Other parts are read
/// completely and decoded.
public struct MultipartParts<Part: MultipartPartModel>: AsyncSequence, Sendable {
    public typealias Element = Part

    /// The parts without types, with all their header fields. The body can be iterated only once, with or without
    /// types.
    public private(set) var untyped: MultipartSequence
    let options: PartOptions
    /// Converts an error about the parts to the error that iteration throws. Servers distinguish these from errors of
    /// handlers.
    package var failure: @Sendable (any Error) -> any Error {
        get { untyped.failure }
        set { untyped.failure = newValue }
    }

    /// - Parameters:
    ///   - contentType: The body's content type with its `boundary`. Without one, iteration throws.
    ///   - validates: Whether values are validated against the API description.
    ///   - maximumValueBytes: The maximum size of a part that is not a file, in bytes.
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
        private let failure: @Sendable (any Error) -> any Error
        private var isFinished = false

        fileprivate init(_ sequence: MultipartParts) {
            parts = sequence.untyped.makeAsyncIterator()
            census = PartCensus(Part.table, validates: sequence.options.validates)
            options = sequence.options
            failure = sequence.failure
        }

        /// Returns the next part, or `nil` at the end and after an error.
        ///
        /// - Throws: ``MultipartError``, also at the end if a required part is missing; `ValidationError` if values are
        ///   validated; or the error of the body.
        public mutating func next() async throws -> Part? {
            do {
                return try await nextPart()
            } catch {
                throw failure(error)
            }
        }

        private mutating func nextPart() async throws -> Part? {
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
