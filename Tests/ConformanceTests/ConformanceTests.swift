import Foundation
import TestSupport
import Testing

/// The JSON Schema Test Suite with generated code. Each schema becomes a component, and each value is decoded and
/// validated. The golden files list the passed, rejected and failed cases of each file.
@Suite(
    .serialized,
    .enabled(if: SchemaSuite.folder != nil, "set APUS_SHARED to the folder with the test suites"),
    .enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct ConformanceTests {
    @Test func required() async throws {
        let verdicts = try await Verdicts(SchemaSuite.files(), assertsFormats: false)
        try expect(verdicts.text, matches: golden("required"))
        #expect(verdicts.wrong == 0)
        #expect(verdicts.passed >= 1250)
    }

    @Test func optional() async throws {
        let formats = SchemaSuite.files(in: "optional/format")
        let verdicts = try await Verdicts(formats + ["optional/ecmascript-regex"], assertsFormats: true)
        try expect(verdicts.text, matches: golden("optional"))
        #expect(verdicts.wrong == 0)
    }

    private func golden(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name).txt")
    }
}
