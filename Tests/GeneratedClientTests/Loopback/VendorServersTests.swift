#if LoopbackTests
import Foundation
import LoopbackSupport
import TestSupport
import Testing

/// The READMEs' clients of the vendors, run with both transports against the program of `Examples/VendorServers`. The
/// tests of that package compare the code with the READMEs, and run it without AsyncHTTPClient, which it does not build.
struct VendorServersTests {
    private static let program = packageRoot.appendingPathComponent(
        ".build/examples/ServerApp/.build/debug/VendorServers")

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: program.path), "build the servers: make vendors"),
        arguments: TransportKind.allCases)
    func readmes(_ kind: TransportKind) async throws {
        let servers = try await VendorProgram(Self.program)
        defer { servers.stop() }
        let first = try await firstClient(try #require(servers.urls["http://127.0.0.1:8101"]), kind.make())
        try #require(first.count == 2)
        #expect(first[1] == [first[0][0], "nightly"])

        let printed = try await vendorClients(servers.urls, kind.make())
        #expect(printed.first == "nightly")
        #expect(printed.suffix(2) == [#"["value": "Returning buyer"]"#, "true"])
    }
}

/// The running program, on ports that the system chooses.
private struct VendorProgram {
    private static let usualURLs = [
        "Galileo": "http://127.0.0.1:8101", "Galtea": "http://127.0.0.1:8102", "HoneyHive": "http://127.0.0.1:8103",
    ]

    /// The URLs of the servers by the usual ones.
    let urls: [String: String]
    private let process: Process

    /// Starts the program and waits until all servers listen.
    init(_ program: URL) async throws {
        let output = Pipe()
        process = Process()
        process.executableURL = program
        process.arguments = [
            "--samples", "--galileo-port", "0", "--galtea-port", "0", "--honeyhive-port", "0",
        ]
        process.standardOutput = output
        try process.run()
        var (text, urls) = ("", [String: String]())
        while urls.count < Self.usualURLs.count {
            let bytes = output.fileHandleForReading.availableData
            try #require(!bytes.isEmpty, "the servers do not start")
            text += String(decoding: bytes, as: UTF8.self)
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
                if parts.count == 2, let usual = Self.usualURLs[parts[0]] { urls[usual] = parts[1] }
            }
        }
        self.urls = urls
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
#endif
