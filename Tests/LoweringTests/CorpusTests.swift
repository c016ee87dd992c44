import ApusAPIModel
import ApusDiagnostics
import ApusLowering
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// Published descriptions. All of them lower, with known diagnostics.
@Suite(.enabled(if: shared("corpus") != nil, "set APUS_SHARED to the folder with the corpus"))
struct CorpusTests {
    static let documents = shared("corpus").map { files(below: $0, extensions: ["json", "yaml", "yml"]) } ?? []

    /// The expected errors and warnings of all descriptions.
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/corpus.txt")

    @Test func problemsAreThoseThatAreKnown() throws {
        var lines: [String] = []
        for url in Self.documents {
            let file = SourceFile(path: url.lastPathComponent, bytes: try bytes(of: url))
            let strict = lowered(file, in: url.deletingLastPathComponent().path)
            let lenient = lowered(
                file, in: url.deletingLastPathComponent().path, options: LoweringOptions(isLenient: true))
            #expect(!lenient.diagnostics.hasErrors, "\(url.lastPathComponent)")
            func count(_ severity: Severity, _ code: String? = nil, in diagnostics: Diagnostics) -> Int {
                diagnostics.all.count { $0.severity == severity && (code == nil || $0.code.id == code) }
            }
            lines.append(
                "\(url.lastPathComponent): \(count(.error, in: strict.diagnostics)) errors, "
                    + "\(count(.warning, in: strict.diagnostics)) warnings; "
                    + "lenient: \(count(.warning, "E0340", in: lenient.diagnostics)) left out, "
                    + "\(lenient.api?.operations.count ?? 0) operations, \(lenient.api?.types.count ?? 0) types\n")
        }
        try expect(lines.joined(), matches: Self.golden)
    }
}
