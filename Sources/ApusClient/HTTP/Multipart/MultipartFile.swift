import ApusModels
import HTTPTypes

/// A file, or other bytes, as a member of a value that is sent as a multipart body, or a part of one that is received.
///
/// Files with the same name, type and header fields are equal if they hold the same bytes in memory or are the same
/// stream.
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

    // One word, since it is a member of models.
    private let storage: Storage

    /// - Parameters:
    ///   - filename: what the server is told; the member's name if nil.
    ///   - contentType: the media type; if nil, that of the body, else the one that the API description asks for.
    ///   - headers: further header fields of the part.
    public init(_ body: HTTPBody, filename: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]) {
        storage = Storage(
            body: body, filename: filename, contentType: contentType ?? body.contentType, headers: headers)
    }

    /// A file in memory.
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
    /// JSON has no files; a string stands for its UTF-8, unless it is the placeholder of a file.
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) {
        let placed = PlacedFiles.current
        if let file = unsafe placed?.file(for: String(decoding: utf8, as: UTF8.self)) {
            self = file
        } else {
            unsafe self.init(Array(utf8))
        }
    }

    /// The bytes as text if they are UTF-8 in memory, else nothing.
    public var jsonString: String { text ?? "" }

    public static var jsonStringFormat: String { "a text that stands for a file" }

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
                .invalidValue, expected: "a value that JSON can hold", found: "a file, which only a multipart body can")
        }
    }

    private var text: String? {
        body.bytesInMemory.flatMap { String(validating: $0, as: UTF8.self) }
    }
}
