import ApusDiagnostics
import Foundation
import TestSupport
import Testing

struct DiagnosticCodeTests {
    @Test func codesAreUniqueAndWellFormed() {
        let ids = DiagnosticCode.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.count == 5 && id.hasPrefix("E0") && Int(id.dropFirst()) != nil, "\(id)")
        }
    }

    /// A code that no list has would be unknown to `apus explain` and to `diagnostics:` in a configuration.
    @Test func everyDeclaredCodeIsListed() throws {
        var declared: [String] = []
        for file in files(
            below: packageRoot.appendingPathComponent("Sources/Generator/Diagnostics"), extensions: ["swift"])
        {
            let text = String(decoding: try bytes(of: file), as: UTF8.self)
            for match in text.matches(of: #/DiagnosticCode\(\s*"(E\d+)"/#) { declared.append(String(match.1)) }
        }
        #expect(declared.sorted() == DiagnosticCode.all.map(\.id))
    }

    @Test(arguments: DiagnosticCode.all)
    func everyCodeIsExplained(code: DiagnosticCode) {
        #expect(!code.title.isEmpty)
        #expect(code.explanation.count > 40)
        #expect(!code.explanation.hasSuffix("\n"))
        #expect(!code.explanation.contains("\\\n"), "a line of \(code.id) ends in a backslash")
    }
}
