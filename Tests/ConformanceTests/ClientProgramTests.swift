import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// Runs generated clients with canned responses. The golden files contain the diagnostics and the program's output.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct ClientProgramTests {
    @Test(arguments: [
        "client", "requests", "relative", "directions", "responses", "collisions", "defaults", "names", "pages",
        "texts",
    ])
    func client(_ name: String) async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        func fixture(_ name: String) throws -> [UInt8] {
            try bytes(of: folder.appendingPathComponent("Fixtures/\(name)"))
        }
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "\(name).yaml", bytes: try fixture("\(name).yaml"))
        let document = try #require(read(file, loader: NoFiles(), into: &diagnostics))
        let api = lower(document, into: &diagnostics)
        let files = emit(
            api, options: EmitterOptions(moduleName: "Program", access: .internal, defaultTransport: nil),
            into: &diagnostics)
        #expect(!diagnostics.hasErrors)
        let notes = diagnostics.all.map { "\($0.place?.line ?? 0): \($0.code.id) \($0.message)" }
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.contents) })
        texts["main.swift"] = String(decoding: try fixture("\(name)-main.swift"), as: UTF8.self)
        let lines = try await Program(texts).run("")
        try expect(
            (notes + lines).map { $0 + "\n" }.joined(), matches: folder.appendingPathComponent("Goldens/\(name).txt"))
    }
}

struct NoFiles: SourceLoader {
    func load(_ path: String) throws(SourceLoadingError) -> SourceFile { throw .missing }
}
