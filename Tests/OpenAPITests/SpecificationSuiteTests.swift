import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// The OpenAPI Specification's own suite: documents that its schema accepts and rejects.
@Suite(.enabled(if: shared("suites/openapi") != nil, "set APUS_SHARED to the folder with the test suites"))
struct SpecificationSuiteTests {
    static let documents = shared("suites/openapi").map { files(below: $0, extensions: ["yaml"]) } ?? []

    @Test(arguments: documents.filter { $0.path.contains("/pass/") }) func accepts(_ url: URL) throws {
        // The suite accepts any text as a media type.
        let errors = try problems(in: url).filter { $0.severity == .error && $0.code != .invalidMediaType }
        #expect(errors.isEmpty, "\(errors.map { "\($0.place?.line ?? 0): \($0.message)" })")
    }

    @Test(arguments: documents.filter { $0.path.contains("/fail/") }) func `finds fault with`(_ url: URL) throws {
        // A problem that only affects documentation is a warning, because it does not affect code. A field without
        // effect is a note.
        let problems = try problems(in: url).filter { $0.severity > .note || $0.code == .undefinedStyle }
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.place != nil })
    }

    @Test func `finds fault on the right lines`() throws {
        let folder = try #require(shared("suites/openapi"))
        let lines = try Self.documents.filter { $0.path.contains("/fail/") }.flatMap { url in
            let name = url.path.dropFirst(folder.path.count + 1).replacingOccurrences(
                of: "tests/schema/fail/", with: "")
            return try problems(in: url).map {
                "\(name):\($0.place?.line ?? 0): \($0.severity.rawValue) \($0.code.id) \($0.message)\n"
            }
        }
        let golden = packageRoot.appendingPathComponent("Tests/OpenAPITests/Goldens/specification-suite.txt")
        try expect(lines.joined(), matches: golden)
    }

    private func problems(in url: URL) throws -> [Diagnostic] {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: url.lastPathComponent, bytes: try bytes(of: url))
        var urls = URLMap()
        let isMapped = urls.map("https://example.com/api/", to: "api")
        #expect(isMapped)
        _ = read(file, loader: Files(texts: Self.targets), urls: urls, into: &diagnostics)
        return diagnostics.all
    }

    /// The targets of references that the suite does not include, because the specification's schema follows no
    /// references.
    private static let targets = [
        "Bar": "type: object",
        "api/openapi.json": #"{"components": {"externalDocs": {"ThingExternalDocs": {"type": "mutualTLS"}}}}"#,
    ]
}
