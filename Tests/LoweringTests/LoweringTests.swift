import ApusAPIModel
import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusYAMLSource
import TestSupport
import Testing

@Suite struct LoweringTests {
    static let cases = [
        "unions", "presence", "objects", "constraints", "defaults", "bodies", "operations", "enums", "rules",
        "directions",
    ].flatMap { Fixture.all(in: $0) }

    @Test(arguments: cases) func lowering(_ fixture: Fixture) throws {
        let file = SourceFile(path: "openapi.yaml", bytes: try fixture.bytes())
        let result = lowered(file, in: fixture.folder.path)
        try expect(result.api?.dump ?? "", matches: fixture.golden("api.txt"))
        try expect(result.diagnostics.listing, matches: fixture.golden("diagnostics.txt"))
    }
}
