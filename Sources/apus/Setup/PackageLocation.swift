import ApusGeneration
import ApusSwiftEmitter

/// Where a package is that a manifest depends on: a folder or a URL.
struct PackageLocation {
    private let place: String
    private let isURL: Bool

    /// - Parameter place: A URL, or the path of a folder.
    init(_ place: String) {
        isURL = place.contains("://") || place.hasPrefix("git@")
        self.place = isURL ? place : FileSystem.relativePath(of: place)
    }

    /// The dependency as a manifest has it.
    ///
    /// - Parameter name: The name of a package whose folder may be called otherwise.
    func dependency(name: String? = nil, withoutTraits: Bool = false) -> String {
        let traits = withoutTraits ? ", traits: []" : ""
        if isURL { return ".package(url: \(literal), from: \"\(apusVersion)\"\(traits))" }
        return ".package(" + (name.map { "name: \"\($0)\", " } ?? "") + "path: \(literal)\(traits))"
    }

    private var literal: String {
        "\"" + place.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// The packages that belong to the tool that runs, found by where it lies.
struct OwnPackages {
    private(set) var apus: String?
    private(set) var plugins: String?

    /// Looks in the folders above the tool: it lies in the artifact bundle of `apus-plugins`, in `dist/tools` of `apus`, or
    /// in the folder that `apus` is built in.
    init() {
        guard let tool = Environment.executable else { return }
        var folder = PathName.folder(of: tool)
        while folder.count > 1, apus == nil {
            if plugins == nil {
                let candidates = [folder, folder + "/dist/apus-plugins"]
                plugins = candidates.first { Self.isFile($0 + "/Package.swift") && Self.isFolder($0 + "/apus.artifactbundle") }
            }
            if Self.isFile(folder + "/Package.swift"), Self.isFolder(folder + "/Sources/ApusRuntime") { apus = folder }
            folder = PathName.folder(of: folder)
        }
    }

    private static func isFile(_ path: String) -> Bool { FileSystem.kind(of: path) == .file }
    private static func isFolder(_ path: String) -> Bool { FileSystem.kind(of: path) == .folder }
}
