import Foundation

/// The descriptions of a target.
struct TargetDescriptions {
    let apis: [DescribedAPI]
    /// All files whose changes require another run of the generator.
    let inputs: [URL]

    private static let extensions: Set = ["yaml", "yml", "json", "mustache"]
    private static let documents = ["openapi.yaml", "openapi.yml", "openapi.json"]

    /// Finds the descriptions below a target's folder, and the files that they refer to.
    init(in folder: URL, of target: String) throws {
        let files = Self.files(under: folder)
        try self.init(files, mainFolders: [folder], of: target)
    }

    /// Finds the descriptions among files.
    ///
    /// - Parameter mainFolders: The folders in which an API needs no prefix.
    init(_ files: [URL], mainFolders: [URL], of target: String) throws {
        let mainPaths = Set(mainFolders.map(\.standardizedFileURL.path))
        func isMain(_ file: URL) -> Bool {
            mainPaths.contains(file.deletingLastPathComponent().standardizedFileURL.path)
        }
        var entries = files.filter { Configuration.names.contains($0.lastPathComponent) }
        if entries.isEmpty {
            let candidates = files.filter(isMain)
            entries = Self.documents.compactMap { name in candidates.first { $0.lastPathComponent == name } }.prefix(1)
                .map { $0 }
        }
        guard !entries.isEmpty else { throw MissingDescription(target: target) }
        apis = entries.map { DescribedAPI($0, isMain: isMain($0)) }
        for (index, api) in apis.enumerated() {
            // Some file systems ignore case.
            if let other = apis[..<index].first(where: { $0.prefix.lowercased() == api.prefix.lowercased() }) {
                throw EqualPrefixes(prefix: api.prefix, entries: [other.entry, api.entry])
            }
        }
        inputs = Self.withReferencedFiles(files)
    }

    private static func files(under folder: URL) -> [URL] {
        let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
        return (names?.compactMap { $0 as? String } ?? [])
            .filter { extensions.contains(($0 as NSString).pathExtension.lowercased()) }
            .sorted()
            .map { folder.appending(path: $0) }
    }

    /// Returns the files and all files that they refer to.
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
        guard let text = try? Data(contentsOf: file) else { return [] }
        let isConfiguration = Configuration.names.contains(file.lastPathComponent)
        return isConfiguration ? Configuration(String(decoding: text, as: UTF8.self)).paths : References(in: text).paths
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
        "the target \(target) has neither apus.yaml nor openapi.yaml in its folder: add one, or remove the plugin from the "
            + "target's plugins"
    }
}

/// The error of two APIs in a target that have the same prefix.
struct EqualPrefixes: Error, CustomStringConvertible {
    let prefix: String
    let entries: [URL]

    var description: String {
        let files = entries.map { $0.path(percentEncoded: false) }.joined(separator: " and ")
        let reason = prefix.isEmpty ? "have no prefix" : "have the prefix \(prefix)"
        return "\(files) would generate the same names, because both \(reason): give one of them another, such as "
            + "`prefix: Store`"
    }
}
