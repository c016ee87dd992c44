import ApusDiagnostics
import ApusSwiftEmitter
import ApusYAMLSource

/// The runtime that a package has resolved, as SwiftPM wrote it down.
struct ResolvedRuntime {
    /// The folder of the package that has the runtime.
    let folder: String
    /// The source that declares which formats of generated code the runtime knows.
    private let source: String

    private static let sourcePath = "Sources/ApusModels/GeneratedCodeFormat.swift"

    /// Finds the runtime of the package that a folder of generated files lies in.
    ///
    /// - Returns: nil if there is no package, or it has not been resolved yet. The compiler then finds out what fits.
    init?(for output: String) {
        guard var folder = Self.existing(output) else { return nil }
        while FileSystem.kind(of: folder + "/Package.swift") != .file {
            guard folder.count > 1 else { return nil }
            folder = PathName.folder(of: folder)
        }
        let state = folder + "/.build/workspace-state.json"
        guard let bytes = try? FileSystem.read(state, limit: Limits.default.maximumBytes) else { return nil }
        // The format of this file is SwiftPM's own. What is not as expected is not used.
        var diagnostics = Diagnostics()
        let root = parse(SourceFile(path: state, bytes: bytes), into: &diagnostics)
        guard let dependencies = root?["object"]?["dependencies"]?.elements else { return nil }
        for dependency in dependencies {
            guard let path = Self.path(of: dependency, in: folder),
                let source = try? FileSystem.read(path + "/" + Self.sourcePath, limit: Limits.default.maximumBytes)
            else { continue }
            self.folder = path
            self.source = String(decoding: source, as: UTF8.self)
            return
        }
        return nil
    }

    /// Whether the runtime knows generated code of a format: it declares a type for it that can be used.
    func knows(format: Int) -> Bool {
        let lines = source.split(separator: "\n")
        guard let index = lines.firstIndex(where: { $0.contains("enum GeneratedCodeFormat\(format) ") }) else { return false }
        return index == 0 || !lines[index - 1].contains("unavailable")
    }

    /// The folder itself, or the nearest above it that is there.
    private static func existing(_ folder: String) -> String? {
        var folder = PathName.normalized(folder)
        while true {
            if let path = FileSystem.realPath(of: folder) { return path }
            let parent = PathName.folder(of: folder)
            if parent == folder { return nil }
            folder = parent.isEmpty ? "." : parent
        }
    }

    private static func path(of dependency: Node, in folder: String) -> String? {
        if let path = dependency["state"]?["path"]?.string { return path }
        return dependency["subpath"]?.string.map { "\(folder)/.build/checkouts/\($0)" }
    }
}

/// Warns if the package that generated files are for has resolved a runtime that does not know them.
func checkRuntime(of output: String, into diagnostics: inout Diagnostics) {
    guard let runtime = ResolvedRuntime(for: output), !runtime.knows(format: generatedCodeFormat) else { return }
    diagnostics.warning(
        .runtimeDoesNotFit,
        "the runtime in \(runtime.folder) does not know generated code of format \(generatedCodeFormat)", at: nil,
        help: "update the package `apus` to \(apusVersion), or generate with the tool of the runtime's version")
}
