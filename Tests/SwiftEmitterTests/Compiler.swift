import Foundation
import TestSupport
import Testing

/// The Swift compiler, to show that what is emitted is Swift.
enum Compiler {
    /// `swiftc` on the search path; nil if there is none.
    static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// The folder with the modules that this test was built with.
    static let modules: URL? = {
        let build = Bundle.main.executableURL?.deletingLastPathComponent()
        let candidates = [build, packageRoot.appendingPathComponent(".build/debug")]
        return candidates.compactMap { $0?.appendingPathComponent("Modules") }.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("ApusRuntime.swiftmodule").path)
        }
    }()

    /// Runs the compiler over texts, and returns what it says.
    static func run(_ arguments: [String], on texts: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            files.append(file.path)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path!)
        process.arguments = arguments + files
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        return process.terminationStatus == 0 && text.isEmpty ? "" : text + "exit \(process.terminationStatus)"
    }
}
