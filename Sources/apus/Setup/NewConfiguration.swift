import ApusDiagnostics
import ApusGeneration
import ApusSwiftEmitter

/// An `apus.yaml` to be written.
struct NewConfiguration {
    let path: String
    private let text: String

    /// - Parameters:
    ///   - folder: The folder of the file; empty for the current one.
    ///   - document: The description, or nil for one with a usual name in `folder` or in the current folder.
    ///   - output: The folder for generated files, where no plugin chooses it.
    /// - Throws: `RunError` if there is no description, or a configuration already.
    init(in folder: String, document: String?, parts: Set<EmitterOptions.Part>?, output: String?) throws {
        if let existing = Self.existing(in: folder) {
            throw RunError.message("\(existing) is there already, and stays as it is", .usage)
        }
        path = PathName.resolve("apus.yaml", in: folder)
        let document = try document ?? Self.document(in: folder)
        guard FileSystem.kind(of: document) == .file else { throw RunError.message("there is no file \(document)", .usage) }
        let input = FileSystem.relativePath(of: document, from: folder.isEmpty ? "." : folder)
        var lines = [
            "# The README of Apus lists all keys. Paths are relative to this file's folder.", "input: \(Self.scalar(input))",
        ]
        if let output { lines.append("output: \(output)") }
        if let parts {
            let names = EmitterOptions.Part.allCases.filter(parts.contains).map(\.rawValue)
            lines.append("parts: [\(names.joined(separator: ", "))]")
        }
        text = lines.map { $0 + "\n" }.joined()
    }

    func write() throws { try FileSystem.create(path, text) }

    static func existing(in folder: String) -> String? {
        ["apus.yaml", "apus.yml"].map { PathName.resolve($0, in: folder) }.first { FileSystem.kind(of: $0) != nil }
    }

    private static func document(in folder: String) throws -> String {
        let names = ["openapi.yaml", "openapi.yml", "openapi.json"]
        let candidates = names.map { PathName.resolve($0, in: folder) } + names
        if let found = candidates.first(where: { FileSystem.kind(of: $0) == .file }) { return found }
        throw RunError.message("there is no openapi.yaml here: name the OpenAPI document", .usage)
    }

    /// A path as YAML: quoted, unless it is plain in any case.
    private static func scalar(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                || "./_-".utf8.contains(byte)
        }
        return isPlain && path.contains(where: \.isLetter) && path.first != "-" ? path : jsonQuoted(path)
    }
}
