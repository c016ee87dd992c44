import Foundation
import Testing

/// The built `apus` while it runs. It is ended with this object.
final class RunningTool {
    private let process = Process()
    private let scratch: TemporaryFolder

    init(_ arguments: String..., in folder: URL) throws {
        scratch = try TemporaryFolder()
        let program = try #require(Tool.binary, "apus is not beside the test bundle")
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: scratch.write("output", ""))
        process.standardError = try FileHandle(forWritingTo: scratch.write("errors", ""))
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var output: String { get throws { try scratch.text(of: "output") } }
    var errors: String { get throws { try scratch.text(of: "errors") } }
    var isRunning: Bool { process.isRunning }

    /// Waits until a condition holds, and expects that it does within some seconds. The files that it reads may just be
    /// replaced.
    func wait(
        until condition: () throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let end = Date(timeIntervalSinceNow: 20)
        while (try? condition()) != true {
            guard Date() < end, process.isRunning else {
                Issue.record("\(try output)\n\(try errors)", sourceLocation: sourceLocation)
                throw CancellationError()
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Waits for the n-th run of `generate --watch` to end.
    func wait(forRun number: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await wait(
            until: { try output.split(separator: "watching ").count - 1 >= number }, sourceLocation: sourceLocation)
    }

    /// Sends Ctrl-C, and returns the exit status.
    func interrupt() async -> Int32 {
        process.interrupt()
        await waitForEnd()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// Sends the signal of a crash, and returns the signal that has ended the process, or -1 if it has not.
    func crash(by signal: Int32) async -> Int32 {
        kill(process.processIdentifier, signal)
        await waitForEnd()
        return process.terminationReason == .uncaughtSignal ? process.terminationStatus : -1
    }

    private func waitForEnd() async {
        let end = Date(timeIntervalSinceNow: 20)
        while process.isRunning, Date() < end { try? await Task.sleep(for: .milliseconds(5)) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}
