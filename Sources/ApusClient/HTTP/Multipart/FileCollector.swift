import ApusModels

/// The files of a value that is being encoded or decoded: in JSON, each has a placeholder in its place.
final class FileCollector {
    /// What nobody can guess, so that no string of the value is taken for a placeholder.
    private let key = "\(UInt64.random(in: .min ... .max))-\(UInt64.random(in: .min ... .max))-"
    private var files: [MultipartFile] = []

    func placeholder(for file: MultipartFile) -> String {
        files.append(file)
        return key + String(files.count - 1)
    }

    /// The file whose placeholder a value is.
    func file(for value: JSONValue) -> MultipartFile? {
        value.string.flatMap { PlacedFiles(key: key, files: files).file(for: $0) }
    }

    /// Decodes JSON in which placeholders stand for the files.
    func decode<Value: JSONCodable>(from bytes: [UInt8]) throws(JSONError) -> Value {
        let result: Result<Value, JSONError> = PlacedFiles.$current.withValue(PlacedFiles(key: key, files: files)) {
            do throws(JSONError) {
                return .success(try JSON.decode(from: bytes))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

/// The files that are meant by the placeholders in a JSON text.
///
/// They come to `MultipartFile` past the reader of the text, which knows nothing of files and is used for everything.
struct PlacedFiles: Sendable {
    @TaskLocal static var current: PlacedFiles?

    let key: String
    let files: [MultipartFile]

    func file(for text: String) -> MultipartFile? {
        guard text.hasPrefix(key), let index = Int(text.dropFirst(key.count)), files.indices.contains(index) else {
            return nil
        }
        return files[index]
    }
}
