import ApusDiagnostics
import ApusFormat
import ApusSwiftEmitter
import ApusYAMLSource

/// The runtime that SwiftPM resolved for a package, according to its records.
struct ResolvedRuntime {
    /// The folder of the package that contains the runtime.
    let folder: String
    /// The source file that declares the formats of generated code.
    private let source: String

    private static let sourcePath = "Sources/Runtime/Models/Models/GeneratedFormat.swift"

    /// Finds the runtime of the package that contains a folder of generated files.
    ///
    /// - Returns: `nil` if there is no package, or if it is not resolved yet. Then only the compiler checks the format.
    init?(for output: String) {
        guard var folder = Self.existing(output) else { return nil }
        while FileSystem.kind(of: folder + "/Package.swift") != .file {
            guard folder.count > 1 else { return nil }
            folder = PathName.folder(of: folder)
        }
        let state = folder + "/.build/workspace-state.json"
        guard let bytes = try? FileSystem.read(state, limit: Limits.default.maximumBytes) else { return nil }
        // SwiftPM may change the format of this file, so unexpected contents are ignored.
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

    /// Whether the runtime declares the type of a format, and the type is available.
    func knows(format: Int) -> Bool {
        let declarations = source.split(separator: "\n\n")
        let declaration = declarations.first { $0.contains("enum GeneratedFormat\(format) ") }
        return declaration.map { !$0.contains("*, unavailable") } ?? false
    }

    /// Returns the folder or, if it does not exist, its nearest ancestor.
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

/// Warns if the package that contains the generated files has resolved a runtime that does not know their format.
func checkRuntime(of output: String, into diagnostics: inout Diagnostics) {
    guard let runtime = ResolvedRuntime(for: output), !runtime.knows(format: GeneratedFormat.current) else { return }
    diagnostics.warning(
        .runtimeDoesNotFit,
        "the runtime in \(runtime.folder) does not support generated code of format \(GeneratedFormat.current)",
        at: nil,
        help: "update the package `apus` to \(apusVersion), or generate with the tool of the runtime's version")
}
