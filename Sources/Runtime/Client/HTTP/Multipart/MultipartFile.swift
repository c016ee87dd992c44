import ApusModels
import HTTPTypes

/// A file or other binary data in a multipart body that is sent or received.
///
/// ```swift
/// let photo = MultipartFile(jpeg, filename: "cat.jpg", contentType: "image/jpeg")
/// let session = try await client.uploadPhoto(PhotoUpload(photo: photo, title: "Cat"))
/// ```
///
/// Two files are equal if they have the same name, content type and header fields, and hold the same bytes in memory or
/// are the same stream.
public struct MultipartFile: Sendable {
    private final class Storage: Sendable {
        let body: HTTPBody
        let filename: String?
        let contentType: String?
        let headers: HTTPFields

        init(body: HTTPBody, filename: String?, contentType: String?, headers: HTTPFields) {
            self.body = body
            self.filename = filename
            self.contentType = contentType
            self.headers = headers
        }
    }

    // One word, because models store files by value.
    private let storage: Storage

    /// Creates a file from a body.
    ///
    /// - Parameters:
    ///   - filename: The name that the server receives. `nil` means the member's name.
    ///   - contentType: The media type. `nil` means the body's media type, or else the one in the API description.
    ///   - headers: Further header fields of the part.
    public init(_ body: HTTPBody, filename: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]) {
        storage = Storage(
            body: body, filename: filename, contentType: contentType ?? body.contentType, headers: headers)
    }

    /// Creates a file in memory.
    public init(
        _ bytes: some Sequence<UInt8>, filename: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]
    ) {
        self.init(HTTPBody(bytes), filename: filename, contentType: contentType, headers: headers)
    }

    public var body: HTTPBody { storage.body }
    public var filename: String? { storage.filename }
    public var contentType: String? { storage.contentType }
    public var headers: HTTPFields { storage.headers }
}

extension MultipartFile: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        if left.storage === right.storage { return true }
        guard let bytes = left.body.bytesInMemory, bytes == right.body.bytesInMemory else { return false }
        return left.filename == right.filename && left.contentType == right.contentType
            && left.headers == right.headers
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(filename)
        hasher.combine(contentType)
    }
}

extension MultipartFile: JSONStringConvertible {
    /// Creates the file whose placeholder the string is, or else a file of the string's UTF-8. JSON itself has no
    /// files.
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) {
        let placed = PlacedFiles.current
        if let file = unsafe placed?.file(for: String(decoding: utf8, as: UTF8.self)) {
            self = file
        } else {
            unsafe self.init(Array(utf8))
        }
    }

    /// The bytes as text if they are UTF-8 in memory, or else an empty string.
    public var jsonString: String { text ?? "" }

    public static var jsonStringFormat: String { "a text in place of a file" }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        if writer.isForPeople {
            let size = body.bytesInMemory.map { counted($0.count, "byte") } ?? "a stream"
            writer.write("(file\(filename.map { " \($0)" } ?? ""), \(size))")
        } else if let files = writer.attachments as? FileCollector {
            writer.write(files.placeholder(for: self))
        } else if let text {
            writer.write(text)
        } else {
            throw JSONError(
                .invalidValue, expected: "a value that JSON can hold",
                found: "a file, which is allowed only in a multipart body")
        }
    }

    private var text: String? {
        body.bytesInMemory.flatMap { String(validating: $0, as: UTF8.self) }
    }
}
