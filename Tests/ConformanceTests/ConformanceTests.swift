import Foundation
import TestSupport
import Testing

/// The JSON Schema Test Suite through generated code: each schema becomes a component, which is generated and
/// compiled; each value is decoded and validated. The goldens say for each file what passed, what the generator
/// refused and why, and what is wrong.
@Suite(
    .serialized,
    .enabled(if: SchemaSuite.folder != nil, "set APUS_SHARED to the folder with the test suites"),
    .enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct ConformanceTests {
    @Test func required() throws {
        let verdicts = try Verdicts(SchemaSuite.files(), assertsFormats: false)
        try expect(verdicts.text, matches: golden("required"))
        #expect(verdicts.wrong == 0)
        #expect(verdicts.passed >= 1250)
    }

    @Test func optional() throws {
        let formats = SchemaSuite.files(in: "optional/format")
        let verdicts = try Verdicts(formats + ["optional/ecmascript-regex"], assertsFormats: true)
        try expect(verdicts.text, matches: golden("optional"))
        #expect(verdicts.wrong == 0)
    }

    private func golden(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name).txt")
    }
}
