import Foundation
import TestSupport
import Testing

/// Runs the built `apus` in a process of its own.
enum Tool {
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
    static func run(
        _ arguments: String..., in folder: URL, environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        try await run(try #require(binary, "apus is not beside the test bundle"), arguments, in: folder, environment)
    }

    static func run(
        _ program: URL, _ arguments: [String], in folder: URL, _ environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        // The width of help texts must not depend on the terminal of the tests.
        let environment = ProcessInfo.processInfo.environment
            .merging(["COLUMNS": "80"]) { $1 }.merging(environment) { $1 }
        return try await ProgramRun(program, arguments, in: folder, environment: environment)
    }

    /// Runs the tool with an error stream of the caller's, and returns its status.
    static func run(_ arguments: [String], in folder: URL, errors: FileHandle) async throws -> Int32 {
        let program = try #require(binary, "apus is not beside the test bundle")
        return try await ProgramRun(program, arguments, in: folder, errors: errors).status
    }
}
