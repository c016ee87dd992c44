import ApusGeneration
import ApusSwiftEmitter

/// The folder or the URL of a package to depend on.
struct PackageLocation {
    private let place: String
    private let isURL: Bool

    /// - Parameter place: A URL, or the path of a folder.
    init(_ place: String) {
        isURL = place.contains("://") || place.hasPrefix("git@")
        self.place = isURL ? place : FileSystem.relativePath(of: place)
    }

    /// Returns the dependency as Swift code.
    ///
    /// - Parameter name: The name of the package, if its folder may have another name.
    func dependency(name: String? = nil, withoutTraits: Bool = false) -> String {
        let traits = withoutTraits ? ", traits: []" : ""
        if isURL { return ".package(url: \(literal), from: \"\(apusVersion)\"\(traits))" }
        return ".package(" + (name.map { "name: \"\($0)\", " } ?? "") + "path: \(literal)\(traits))"
    }

    private var literal: String {
        "\"" + place.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// The packages that the running tool belongs to.
struct OwnPackages {
    private(set) var apus: String?
    private(set) var plugins: String?

    /// Searches the folders that contain the tool. It is in the artifact bundle of `apus-plugins`, in `dist/tools` of
    /// `apus`, or in the build folder of `apus`.
    init() {
        guard let tool = Environment.executable else { return }
        var folder = PathName.folder(of: tool)
        while folder.count > 1, apus == nil {
            if plugins == nil {
                let candidates = [folder, folder + "/dist/apus-plugins"]
                plugins = candidates.first {
                    Self.isFile($0 + "/Package.swift") && Self.isFolder($0 + "/apus.artifactbundle")
                }
            }
            if Self.isFile(folder + "/Package.swift"), Self.isFolder(folder + "/Sources/Runtime/Runtime") {
                apus = folder
            }
            folder = PathName.folder(of: folder)
        }
    }

    private static func isFile(_ path: String) -> Bool { FileSystem.kind(of: path) == .file }
    private static func isFolder(_ path: String) -> Bool { FileSystem.kind(of: path) == .folder }
}
