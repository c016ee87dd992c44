import Foundation

/// An API that is generated for a target: from a configuration, or from a document alone.
struct DescribedAPI {
    /// The configuration, or else the document.
    let entry: URL
    /// What the names of the types and files begin with; empty for the API of the target's own folder.
    let prefix: String
    let shards: Int

    /// SwiftPM plans a command's outputs before any description is read, so their number is fixed. A shard that no type
    /// falls into is written without declarations.
    private static let defaultShards = 16
    private static let mostShards = 100

    /// - Parameter isMain: Whether the API is that of the target's own folder. Any other has the name of its folder as the
    ///   prefix, unless its configuration gives another.
    init(_ entry: URL, isMain: Bool) {
        self.entry = entry
        let isConfiguration = Configuration.names.contains(entry.lastPathComponent)
        let text = isConfiguration ? (try? String(contentsOf: entry, encoding: .utf8)) : nil
        let configuration = Configuration(text ?? "")
        let folder = entry.deletingLastPathComponent().lastPathComponent
        let prefix = configuration.prefix ?? (isMain ? "" : Self.typeName(folder))
        self.prefix = prefix == "none" ? "" : prefix
        shards = configuration.shards.flatMap { (1...Self.mostShards).contains($0) ? $0 : nil } ?? Self.defaultShards
    }

    /// The folder of the generated files, and those files.
    func outputs(in folder: URL) -> (folder: URL, files: [URL]) {
        let folder = folder.appending(path: prefix.isEmpty ? "Generated" : "Generated-\(prefix)")
        let models = (0..<shards).map { "Models\($0 < 10 ? "0" : "")\($0)" }
        return (folder, (models + ["Client"]).map { folder.appending(path: "\(prefix)\($0).swift") })
    }

    /// The name of a folder as that of a type: `pet-store` becomes `PetStore`.
    private static func typeName(_ folder: String) -> String {
        let words = folder.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber ?? true ? "API" + name : name
    }
}
