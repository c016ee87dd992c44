#if Mock
import ApusGeneration
import ApusMock
import Dispatch

/// The mock of a description, which is made again when the description changes.
final class ServedMock: @unchecked Sendable {
    private let request: Request
    private let options: MockOptions
    private let reporter = Reporter(.text, isColored: Output.error.isTerminal)
    // Protected by the lock.
    private var server: MockServer
    private let lock = DispatchSemaphore(value: 1)
    /// The files of the last reading. After `init`, only the queue of `watch()` uses it.
    private var inputs: InputRecord

    init(_ request: Request, options: MockOptions) throws {
        self.request = request
        self.options = options
        inputs = InputRecord()
        server = try Self.read(request, options, reporter, recording: inputs)
    }

    var current: MockServer {
        lock.wait()
        defer { lock.signal() }
        return server
    }

    /// Reads the description again whenever one of its files changes. A description with errors changes nothing.
    func watch() {
        DispatchQueue(label: "apus-mock.watch").async { [self] in
            while inputs.waitForChange() {
                inputs = InputRecord()
                do {
                    let new = try Self.read(request, options, reporter, recording: inputs)
                    lock.wait()
                    server = new
                    lock.signal()
                    Output.standard.write("the description has changed: \(counted(new.operationCount, "operation"))\n")
                } catch {
                    _ = ExitStatus(reporting: error)
                }
            }
        }
    }

    private static func read(
        _ request: Request, _ options: MockOptions, _ reporter: Reporter, recording inputs: InputRecord
    ) throws -> MockServer {
        try reporter.reporting(recording: inputs) { findings, progress in
            let settings = try request.settings(into: &findings)
            let document = try Pipeline(settings: settings, progress: progress).document(into: &findings)
            if findings.diagnostics.hasErrors { throw RunError.reported(findings.errorStatus) }
            progress.end()
            return try MockServer(document, options: options) { Output.standard.write($0) }
        }
    }
}
#endif
