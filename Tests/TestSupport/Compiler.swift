public import Foundation

/// The Swift compiler, to check generated code.
public enum Compiler {
    /// The `swiftc` in the search path, or `nil` if there is none.
    public static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// The folder with the modules of this build.
    public static let modules: URL? = {
        let build = Bundle.main.executableURL?.deletingLastPathComponent()
        let candidates = [build, packageRoot.appendingPathComponent(".build/debug")]
        return candidates.compactMap { $0?.appendingPathComponent("Modules") }.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("ApusRuntime.swiftmodule").path)
        }
    }()

    /// Compilers need much memory, and more of them than processors only take it from each other.
    private static let turns = Turns(atMost: 2)

    /// Compiles texts and returns the compiler's output.
    public static func run(_ arguments: [String], on texts: [String: String]) async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await run(arguments, on: texts, in: folder)
    }

    /// Builds a program with the runtime from texts, one of which is `main.swift`.
    ///
    /// - Returns: The program in `folder`, and the compiler's output.
    public static func build(
        _ texts: [String: String], in folder: URL
    ) async throws -> (program: URL, output: String) {
        let program = folder.appendingPathComponent("program")
        let build = modules!.deletingLastPathComponent()
        var objects: [String] = []
        for target in [
            "ApusTesting", "ApusExamples", "ApusRuntime", "ApusClient", "ApusModels", "ApusFormat", "ApusByteText",
            "ApusECMARegex", "HTTPTypes",
        ] {
            objects += try self.objects(of: build.appendingPathComponent("\(target).build"))
        }
        let arguments = [
            "-swift-version", "6", "-module-name", "Program", "-package-name", "program", "-Onone", "-j2", "-I",
            modules!.path, "-o", program.path,
        ]
        return (program, try await run(arguments + objects, on: texts, in: folder))
    }

    /// Returns the object files of a target's current sources. The folder may contain those of removed sources too.
    private static func objects(of folder: URL) throws -> [String] {
        let map = try Data(contentsOf: folder.appendingPathComponent("output-file-map.json"))
        let outputs = try JSONDecoder().decode([String: [String: String]].self, from: map)
        return outputs.values.compactMap { $0["object"] }.sorted()
    }

    private static func run(
        _ arguments: [String], on texts: [String: String], in folder: URL
    ) async throws -> String {
        var files: [String] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            files.append(file.path)
        }
        let arguments = arguments + files
        let run = try await turns.run { try await ProgramRun(URL(fileURLWithPath: path!), arguments) }
        let text = run.output + run.errors
        return run.status == 0 && text.isEmpty ? "" : text + "exit \(run.status)"
    }
}
