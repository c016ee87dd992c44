import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// The descriptions in `specs/` lower without any diagnostic.
@Suite struct VendorTests {
    static let folders = ["galileo", "galtea", "honeyhive"].map { packageRoot.appendingPathComponent("specs/\($0)") }
        .filter { FileManager.default.fileExists(atPath: $0.appendingPathComponent("openapi.yaml").path) }

    @Test(arguments: folders) func lowersWithoutDiagnostics(_ folder: URL) throws {
        let file = SourceFile(path: "openapi.yaml", bytes: try bytes(of: folder.appendingPathComponent("openapi.yaml")))
        let result = lowered(file, in: folder.path)
        #expect(result.diagnostics.listing == "")
        try expect(
            result.api?.dump ?? "",
            matches: packageRoot.appendingPathComponent(
                "Tests/LoweringTests/Fixtures/specs/\(folder.lastPathComponent).txt"))
    }
}
