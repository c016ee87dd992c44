import ApusAPIModel
import ApusDiagnostics
import ApusLowering
import ApusYAMLSource
import TestSupport
import Testing

/// A lenient run omits and reports the parts with errors, and lowers the rest.
@Suite struct LenientTests {
    @Test(arguments: Fixture.all(in: "lenient")) func lowering(_ fixture: Fixture) throws {
        let file = SourceFile(path: "openapi.yaml", bytes: try fixture.bytes())
        let result = lowered(file, in: fixture.folder.path, options: LoweringOptions(isLenient: true))
        #expect(!result.diagnostics.hasErrors)
        try expect(result.api?.dump ?? "", matches: fixture.golden("api.txt"))
        try expect(result.diagnostics.listing, matches: fixture.golden("diagnostics.txt"))
    }

    @Test(arguments: Fixture.all(in: "lenient")) func strictRunsRefuse(_ fixture: Fixture) throws {
        let file = SourceFile(path: "openapi.yaml", bytes: try fixture.bytes())
        let result = lowered(file, in: fixture.folder.path)
        try expect(result.diagnostics.listing, matches: fixture.golden("strict.txt"))
    }
}
