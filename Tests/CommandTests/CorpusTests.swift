import Foundation
import TestSupport
import Testing

/// Small published descriptions. Their output compiles in Swift 6 mode without warnings.
///
/// `make corpus` tests all descriptions and measures them.
@Suite(
    .enabled(if: shared("corpus") != nil, "set APUS_SHARED to the folder with the corpus"),
    .enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct CorpusTests {
    private static let documents = [
        "petstore.yaml", "petstore-1.0.27.yaml", "tictactoe31.yaml", "ogen-allof.yml", "createapi-edgecases.yaml",
        "firecracker.json",
    ]

    @Test(arguments: documents) func compiles(_ document: String) async throws {
        let folder = try TemporaryFolder()
        let input = try #require(shared("corpus")).appendingPathComponent(document).path
        let run = try await Tool.run(
            "generate", input, "--output", "Generated", "--module", "Corpus", "--access", "public", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let paths = try folder.snapshot(of: "Generated").keys.filter { $0.hasSuffix(".swift") }
        #expect(paths.contains { $0.hasPrefix("Operations/") })
        var texts: [String: String] = [:]
        for path in paths { texts[path] = try folder.text(of: "Generated/" + path) }
        // Runs all of the compiler's diagnostics without generating machine code.
        let output = try await Compiler.run(
            [
                "-emit-sil", "-o", "/dev/null", "-whole-module-optimization", "-Onone", "-module-name", "Corpus",
                "-parse-as-library", "-swift-version", "6", "-warnings-as-errors", "-I", Compiler.modules!.path,
            ], on: texts)
        #expect(output == "")
    }
}
