import Foundation
import Testing

/// Runs the built `apus` in a process of its own.
enum Tool {
    struct Run {
        var status: Int32
        var output: String
        var errors: String
    }

    static let binary = built("apus")

    /// Returns the URL of a program of this package, which SwiftPM places beside the test bundle.
    static func built(_ name: String) -> URL? {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return (bundles + [executable])
            .map { $0.deletingLastPathComponent().appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs the tool in a folder and waits until it exits.
    static func run(_ arguments: String..., in folder: URL, environment: [String: String] = [:]) throws -> Run {
        try run(try #require(binary, "apus is not beside the test bundle"), arguments, in: folder, environment)
    }

    static func run(
        _ program: URL, _ arguments: [String], in folder: URL, _ environment: [String: String] = [:]
    ) throws -> Run {
        let scratch = try TemporaryFolder()
        let output = try scratch.write("output", "")
        let errors = try scratch.write("errors", "")
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // The width of help texts must not depend on the terminal of the tests.
        process.environment = ProcessInfo.processInfo.environment
            .merging(["COLUMNS": "80"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// Runs the tool with an error stream of the caller's, and returns its status.
    static func run(_ arguments: [String], in folder: URL, errors: FileHandle) throws -> Int32 {
        let process = Process()
        process.executableURL = try #require(binary, "apus is not beside the test bundle")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
