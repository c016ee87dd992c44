import Foundation

/// The input files of a target.
struct DescriptionFiles {
    /// The configuration file or, without one, the document.
    let entry: URL
    /// All files whose changes require another run of the generator.
    let inputs: [URL]

    private static let extensions: Set = ["yaml", "yml", "json", "mustache"]

    /// Finds the files in a target's folder and the files that they refer to.
    init(in folder: URL, of target: String) throws {
        let names = ["apus.yaml", "apus.yml", "openapi.yaml", "openapi.yml", "openapi.json"]
        let entries = names.map { folder.appending(path: $0) }
        guard let entry = entries.first(where: Self.isFile) else {
            throw MissingDescription(target: target)
        }
        self.entry = entry
        inputs = Self.withReferencedFiles(Self.files(under: folder))
    }

    private static func files(under folder: URL) -> [URL] {
        let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
        return (names?.compactMap { $0 as? String } ?? [])
            .filter { extensions.contains(($0 as NSString).pathExtension.lowercased()) }
            .sorted()
            .map { folder.appending(path: $0) }
    }

    /// Returns the files and all files that they refer to. The text is searched for references without parsing it. A
    /// false match does no harm, because only existing files are used.
    private static func withReferencedFiles(_ files: [URL]) -> [URL] {
        var found = files
        var seen = Set(files.map(\.standardizedFileURL))
        var next = 0
        while next < found.count {
            let file = found[next]
            next += 1
            for reference in Self.paths(in: file) {
                let target = URL(filePath: reference, relativeTo: file.deletingLastPathComponent()).standardizedFileURL
                let candidates = isFile(target) ? [target] : Self.files(under: target)
                for candidate in candidates where seen.insert(candidate.standardizedFileURL).inserted {
                    found.append(candidate)
                }
            }
        }
        return found
    }

    private static func paths(in file: URL) -> Set<String> {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let isConfiguration = ["apus.yaml", "apus.yml"].contains(file.lastPathComponent)
        return isConfiguration ? ConfiguredPaths(in: text).paths : References(in: text).paths
    }

    private static func isFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
        return exists && !isFolder.boolValue
    }
}

/// The error of a target that has no description.
struct MissingDescription: Error, CustomStringConvertible {
    let target: String

    var description: String {
        "the target \(target) has neither apus.yaml nor openapi.yaml in its folder: add one, or remove ApusBuildPlugin "
            + "from the target's plugins"
    }
}
