import Foundation
import TestSupport
import Testing

/// The clients in `Generated/`, compiled with the settings of other packages.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct CommittedCodeTests {
    @Test(arguments: ["Galileo", "Galtea", "HoneyHive"], CompilationTests.modes)
    func compilesWithoutWarnings(_ module: String, _ mode: [String]) async throws {
        let folder = packageRoot.appendingPathComponent("Generated/\(module)")
        let texts = try files(below: folder, extensions: ["swift"]).map { file in
            (
                String(file.path.dropFirst(folder.path.utf8.count + 1)),
                String(decoding: try bytes(of: file), as: UTF8.self)
            )
        }
        try #require(texts.count > 5)
        let output = try await Compiler.run(
            ["-typecheck", "-module-name", module, "-warnings-as-errors", "-I", Compiler.modules!.path] + mode,
            on: Dictionary(uniqueKeysWithValues: texts))
        #expect(output == "")
    }
}
