import Foundation
import TestSupport
import Testing
import YAMLSource

/// Real descriptions: every one lowers without a crash, and all but those known to be broken without an error.
@Suite(.enabled(if: shared("corpus") != nil, "set APUS_SHARED to the folder with the corpus"))
struct CorpusTests {
    static let documents = shared("corpus").map { files(below: $0, extensions: ["json", "yaml", "yml"]) } ?? []

    @Test(arguments: documents) func lowers(_ url: URL) throws {
        let file = SourceFile(path: url.lastPathComponent, bytes: try bytes(of: url))
        let start = ContinuousClock.now
        let result = lowered(file, in: url.deletingLastPathComponent().path)
        let errors = result.diagnostics.all.count { $0.severity == .error }
        let warnings = result.diagnostics.all.count - errors
        print(
            "\(url.lastPathComponent): \(result.api?.types.count ?? 0) types, \(result.api?.operations.count ?? 0) "
                + "operations, \(errors) errors, \(warnings) warnings, \(ContinuousClock.now - start)")
        if let folder = ProcessInfo.processInfo.environment["APUS_CORPUS_OUTPUT"] {
            try result.diagnostics.listing.write(
                toFile: "\(folder)/\(url.lastPathComponent).diagnostics.txt", atomically: true, encoding: .utf8)
            try (result.api?.dump ?? "").write(
                toFile: "\(folder)/\(url.lastPathComponent).api.txt", atomically: true, encoding: .utf8)
        }
        #expect(result.api?.operations.isEmpty == false)
    }
}
