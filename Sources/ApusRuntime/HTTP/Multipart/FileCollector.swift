/// The files of a value that is being encoded: JSON gets a placeholder in the place of each.
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
        guard let text = value.string, text.hasPrefix(key), let index = Int(text.dropFirst(key.count)) else { return nil }
        return files[index]
    }
}
