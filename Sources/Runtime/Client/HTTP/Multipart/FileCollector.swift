import ApusModels

/// Collects the files of a value that is encoded as JSON, or provides those of a value that is decoded.
///
/// In the JSON, a placeholder string represents each file.
final class FileCollector {
    /// A random prefix of placeholders. No string of the value can be mistaken for one.
    private let key = "\(UInt64.random(in: .min ... .max))-\(UInt64.random(in: .min ... .max))-"
    private var files: [MultipartFile] = []

    func placeholder(for file: MultipartFile) -> String {
        files.append(file)
        return key + String(files.count - 1)
    }

    /// Returns the file that a placeholder represents.
    func file(for value: JSONValue) -> MultipartFile? {
        value.string.flatMap { PlacedFiles(key: key, files: files).file(for: $0) }
    }

    /// Decodes JSON that contains placeholders of files.
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

/// The files that the placeholders in a JSON text represent.
///
/// The files are task-local, because the JSON reader has no parameter for them.
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
