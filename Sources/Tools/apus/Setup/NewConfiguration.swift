import ApusDiagnostics
import ApusGeneration
import ApusSwiftEmitter

/// A new `apus.yaml`.
struct NewConfiguration {
    let path: String
    private let text: String

    /// - Parameters:
    ///   - folder: The folder of the file; empty for the current one.
    ///   - document: The description, or `nil` to search `folder` and the current folder for one with a usual name.
    ///   - output: The folder of the generated files, unless a plugin chooses it.
    /// - Throws: `RunError` if there is no description, or if there is a configuration already.
    init(in folder: String, document: String?, parts: Set<EmitterOptions.Part>?, output: String?) throws {
        if let existing = Self.existing(in: folder) {
            throw RunError.message("\(existing) exists already and is not overwritten", .usage)
        }
        path = PathName.resolve("apus.yaml", in: folder)
        let document = try document ?? Self.document(in: folder)
        guard FileSystem.kind(of: document) == .file else {
            throw RunError.message("there is no file \(document)", .usage)
        }
        let input = FileSystem.relativePath(of: document, from: folder.isEmpty ? "." : folder)
        var lines = [
            "# The README of Apus lists all keys. Paths are relative to this file's folder.",
            "input: \(Self.scalar(input))",
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

    /// Returns a path as a YAML scalar, with quotes where they may be needed.
    private static func scalar(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                || "./_-".utf8.contains(byte)
        }
        return isPlain && path.contains(where: \.isLetter) && path.first != "-" ? path : jsonQuoted(path)
    }
}
