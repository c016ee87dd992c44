import HTTPTypes

/// Reads one part of a multipart body, for the model that it becomes.
public struct PartReader: Sendable {
    let received: ReceivedPart
    /// Nil for a part that is not described.
    let description: DescribedPart?
    /// By its name; `tags/2` if it is the third one of an array.
    let pointer: String
    let options: PartOptions

    /// The part as it is.
    public var part: MultipartPart { received.part }
    /// The name in its `Content-Disposition`; empty if it has none.
    public var name: String { part.name ?? "" }
    public var headers: HeaderValues { HeaderValues(part.headers) }

    /// The part's value: a file, whose bytes are a stream; else what its text or its JSON says, all of which is read.
    ///
    /// - Parameters:
    ///   - constraints: the JSON Schema of the part, if it has one beyond its Swift type.
    ///   - references: the models that the constraints refer to.
    /// - Throws: ``MultipartError``, `ValidationError` if the value is to be validated, or what the body throws.
    public func value<Value: JSONCodable>(
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) async throws -> Value {
        let content = PartContent(received, description)
        if description?.form == .file, let file = try content.file() as? Value { return file }
        let json = try await content.json(upTo: options.maximumValueBytes)
        let value: Value
        do {
            value = try JSON.decode(from: json)
        } catch {
            throw received.failure(.json(error))
        }
        guard options.validates else { return value }
        var violations = constraints.map { value.violations(by: $0, references: references, name: name, pointer: "") }
            ?? value.violations()
        for index in violations.indices { violations[index].pointer = pointer + violations[index].pointer }
        if !violations.isEmpty { throw ValidationError(violations: violations) }
        return value
    }
}

/// How the parts of a body are read.
struct PartOptions: Sendable {
    /// Whether values are checked by the rules of the API description.
    var validates: Bool
    /// How many bytes a part may have that is no file.
    var maximumValueBytes: Int
}

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
