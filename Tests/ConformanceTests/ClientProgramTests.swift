import ApusDiagnostics
import Foundation
import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter
import TestSupport
import Testing
import ApusYAMLSource

/// A generated client that is run against canned answers: the golden is what the program prints.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct ClientProgramTests {
    @Test func client() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        func fixture(_ name: String) throws -> [UInt8] { try bytes(of: folder.appendingPathComponent("Fixtures/\(name)")) }
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "client.yaml", bytes: try fixture("client.yaml"))
        let document = try #require(read(file, loader: NoFiles(), into: &diagnostics))
        let api = lower(document, into: &diagnostics)
        let files = emit(
            api, options: EmitterOptions(moduleName: "Program", access: .internal, defaultTransport: nil),
            into: &diagnostics)
        #expect(diagnostics.all.map(\.message) == [])
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.contents) })
        texts["main.swift"] = String(decoding: try fixture("client-main.swift"), as: UTF8.self)
        let lines = try Program(texts).run("")
        try expect(lines.map { $0 + "\n" }.joined(), matches: folder.appendingPathComponent("Goldens/client.txt"))
    }
}

private struct NoFiles: SourceLoader {
    func load(_ path: String) throws(SourceLoadingError) -> SourceFile { throw .missing }
}
