import Diagnostics
import Foundation
import OpenAPI
import TestSupport
import Testing
import YAMLSource

/// The specification's own suite: documents that its schema accepts and refuses.
@Suite(.enabled(if: shared("suites/openapi") != nil, "set APUS_SHARED to the folder with the test suites"))
struct SpecificationSuiteTests {
    static let documents = shared("suites/openapi").map { files(below: $0, extensions: ["yaml"]) } ?? []

    @Test(arguments: documents.filter { $0.path.contains("/pass/") }) func accepts(_ url: URL) throws {
        let errors = try errors(in: url)
        // Each exception has to prove that it is still needed: a known issue that does not occur fails the test.
        withKnownIssue("the document refers to a file that is not there, or to the network") {
            #expect(errors.isEmpty, "\(errors.map { "\($0.place?.line ?? 0): \($0.message)" })")
        } when: {
            Self.unresolvable.contains(url.pathComponents.suffix(5).joined(separator: "/"))
        }
    }

    /// Valid by the specification's schema, which does not follow references, and refused here, where they are.
    static let unresolvable: Set = [
        "v3.1-dev/tests/schema/pass/security-scheme-object-examples.yaml",
        "v3.2-dev/tests/schema/pass/security-scheme-object-examples.yaml",
        "v3.2-dev/tests/schema/pass/mega.yaml",
    ]

    @Test(arguments: documents.filter { $0.path.contains("/fail/") }) func refuses(_ url: URL) throws {
        let errors = try errors(in: url)
        #expect(!errors.isEmpty)
        #expect(errors.allSatisfy { $0.place != nil })
    }

    private func errors(in url: URL) throws -> [Diagnostic] {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: url.lastPathComponent, bytes: try bytes(of: url))
        _ = read(file, loader: NoLoader(), into: &diagnostics)
        return diagnostics.all.filter { $0.severity == .error }
    }
}

struct NoLoader: SourceLoader {
    func load(_ path: String) throws(SourceLoadingError) -> SourceFile { throw .missing }
}
