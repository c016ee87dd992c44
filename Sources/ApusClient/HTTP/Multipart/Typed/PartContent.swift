import ApusModels
import HTTPTypes

/// What a part holds, by its content type and what is described.
struct PartContent {
    private let received: ReceivedPart
    private let description: DescribedPart?
    /// The content type that it has, or the one that it has without saying so.
    private let contentType: String

    init(_ received: ReceivedPart, _ description: DescribedPart?) {
        self.received = received
        self.description = description
        contentType = received.part.contentType ?? description?.defaultContentType ?? "text/plain"
    }

    private var part: MultipartPart { received.part }

    /// The part as a file, without the header fields that the file says in another way.
    func file() throws -> MultipartFile {
        try check()
        return MultipartFile(part.body, filename: part.filename, contentType: part.contentType, headers: fileHeaders)
    }

    /// The part as a file in memory.
    func file(upTo maximum: Int) async throws -> MultipartFile {
        try check()
        return MultipartFile(
            try await bytes(upTo: maximum), filename: part.filename, contentType: part.contentType, headers: fileHeaders)
    }

    private var fileHeaders: HTTPFields {
        var headers = part.headers
        headers[.contentDisposition] = nil
        headers[.contentType] = nil
        return headers
    }

    /// The part as JSON text, which is checked by whoever decodes it: what it says is JSON, and what is described as
    /// such; else its text as a string.
    func json(upTo maximum: Int) async throws -> [UInt8] {
        try check()
        let bytes = try await bytes(upTo: maximum)
        if MediaType(contentType)?.isJSON == true { return bytes }
        let text: String
        do {
            text = try EncodedText(bytes, contentType: contentType).text()
        } catch {
            throw received.failure(.text(encoding: error.encoding))
        }
        if description?.form == .json { return Array(text.utf8) }
        var writer = JSONWriter()
        writer.write(text)
        return writer.bytes
    }

    private func bytes(upTo maximum: Int) async throws -> [UInt8] {
        do {
            return try await part.body.collect(upTo: maximum)
        } catch HTTPBodyError.tooLarge {
            throw received.failure(.tooLarge(maximum: maximum))
        }
    }

    /// Refuses what would not be what the description says.
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
