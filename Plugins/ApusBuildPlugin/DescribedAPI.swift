import Foundation

/// An API to generate for a target.
struct DescribedAPI {
    /// The configuration file or, without one, the document.
    let entry: URL
    /// The prefix of type names and file names. It is empty for an API in the target's folder itself.
    let prefix: String
    let shards: Int

    /// The number of files for models, unless the configuration sets another. It does not depend on the description,
    /// because SwiftPM needs the outputs of a command before the description is read. A shard without types has no
    /// declarations.
    private static let defaultShards = 16
    private static let mostShards = 100

    /// - Parameter isMain: Whether the API is in the target's folder itself. The prefix of any other API is the name of its
    ///   folder, unless its configuration sets another.
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

    /// Returns the folder of the generated files, and the files.
    func outputs(in folder: URL) -> (folder: URL, files: [URL]) {
        let folder = folder.appending(path: prefix.isEmpty ? "Generated" : "Generated-\(prefix)")
        let models = (0..<shards).map { "Models\($0 < 10 ? "0" : "")\($0)" }
        return (folder, (models + ["Client"]).map { folder.appending(path: "\(prefix)\($0).swift") })
    }

    /// Returns the name of a folder as a type name, such as `PetStore` for `pet-store`.
    private static func typeName(_ folder: String) -> String {
        let words = folder.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber ?? true ? "API" + name : name
    }
}
