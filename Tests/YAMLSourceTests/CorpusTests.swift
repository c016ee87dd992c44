import Foundation
import TestSupport
import Testing

/// Published API descriptions are read without diagnostics.
@Suite(.enabled(if: shared("corpus") != nil, "set APUS_SHARED to the folder with the corpus"))
struct CorpusTests {
    @Test func everyDocumentIsRead() throws {
        for url in files(below: try #require(shared("corpus")), extensions: ["yaml", "yml", "json"]) {
            let (root, diagnostics) = parsed(try bytes(of: url), name: url.lastPathComponent)
            #expect(diagnostics.all.isEmpty, "\(diagnostics.lines)")
            #expect(root?["openapi"] != nil || root?["swagger"] != nil, "\(url.lastPathComponent)")
        }
    }
}
