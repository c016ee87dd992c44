public import Foundation

/// What a program did that has ended.
public struct ProgramRun: Sendable {
    /// The exit status, or the number of the signal that ended the program.
    public let status: Int32
    public let output: String
    public let errors: String

    /// Runs a program and waits until it ends. No thread waits, so other tests go on.
    ///
    /// - Parameters:
    ///   - input: The file that the program reads, or `nil` for an empty input.
    ///   - errors: A file for the error stream, which then is not in ``errors``.
    public init(
        _ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil,
        input: URL? = nil, errors: FileHandle? = nil
    ) async throws {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files, because a pipe that nobody reads stops the program.
        func file(_ name: String) throws -> (URL, FileHandle) {
            let file = scratch.appendingPathComponent(name)
            try Data().write(to: file)
            return (file, try FileHandle(forWritingTo: file))
        }
        let (outputFile, output) = try file("output")
        let (errorFile, ownErrors) = try file("errors")
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if let environment { process.environment = environment }
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors ?? ownErrors
        try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in end.resume() }
            do { try process.run() } catch { end.resume(throwing: error) }
        }
        status = process.terminationStatus
        self.output = try String(contentsOf: outputFile, encoding: .utf8)
        self.errors = try String(contentsOf: errorFile, encoding: .utf8)
    }
}
