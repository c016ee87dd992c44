import ApusModels
import HTTPTypes

/// The content of a part, read by its content type and description.
struct PartContent {
    private let received: ReceivedPart
    private let description: DescribedPart?
    /// The part's content type, or its default.
    private let contentType: String

    init(_ received: ReceivedPart, _ description: DescribedPart?) {
        self.received = received
        self.description = description
        contentType = received.part.contentType ?? description?.defaultContentType ?? "text/plain"
    }

    private var part: MultipartPart { received.part }

    /// Returns the part as a file, without the header fields that the file has as properties.
    func file() throws -> MultipartFile {
        try check()
        return MultipartFile(part.body, filename: part.filename, contentType: part.contentType, headers: fileHeaders)
    }

    /// Returns the part as a file in memory.
    func file(upTo maximum: Int) async throws -> MultipartFile {
        try check()
        return MultipartFile(
            try await bytes(upTo: maximum), filename: part.filename, contentType: part.contentType, headers: fileHeaders
        )
    }

    private var fileHeaders: HTTPFields {
        var headers = part.headers
        headers[.contentDisposition] = nil
        headers[.contentType] = nil
        return headers
    }

    /// Returns the part as JSON text: its bytes if the content type or the description is JSON, or else its text as a
    /// string.
    ///
    /// The text may be invalid. The caller decodes it.
    func json(upTo maximum: Int) async throws -> [UInt8] {
        try check()
        if MediaType(contentType)?.isJSON == true { return try await bytes(upTo: maximum) }
        let text = try await text(upTo: maximum)
        if description?.form == .json { return Array(text.utf8) }
        var writer = JSONWriter()
        writer.write(text)
        return writer.bytes
    }

    /// Whether the part is JSON by its content type or its description.
    var isJSON: Bool { MediaType(contentType)?.isJSON == true || description?.form == .json }

    /// Returns the part as text in its encoding.
    func text(upTo maximum: Int) async throws -> String {
        try check()
        let bytes = try await bytes(upTo: maximum)
        do {
            return try EncodedText(bytes, contentType: contentType).text()
        } catch {
            throw received.failure(.text(encoding: error.encoding))
        }
    }

    private func bytes(upTo maximum: Int) async throws -> [UInt8] {
        do {
            return try await part.body.collect(upTo: maximum)
        } catch HTTPBodyError.tooLarge {
            throw received.failure(.tooLarge(maximum: maximum))
        }
    }

    /// Throws if the content type does not match the description, or if a transfer encoding changes the bytes.
    private func check() throws {
        if let encoding = part.headers[.contentTransferEncoding],
            !["7bit", "8bit", "binary"].contains(encoding.lowercased())
        {
            throw received.failure(.transferEncoding(encoding))
        }
        if let actual = part.contentType, let description, !description.accepts(actual) {
            throw received.failure(.contentType(actual, expected: description.expectedContentTypes))
        }
    }
}

extension HTTPField.Name {
    fileprivate static var contentTransferEncoding: Self { .init("Content-Transfer-Encoding")! }
}
