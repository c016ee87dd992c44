import ApusDiagnostics
import Testing

struct DiagnosticCodeTests {
    @Test func codesAreUniqueAndWellFormed() {
        let ids = DiagnosticCode.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.count == 5 && id.hasPrefix("E0") && Int(id.dropFirst()) != nil, "\(id)")
        }
    }

    @Test(arguments: DiagnosticCode.all)
    func everyCodeIsExplained(code: DiagnosticCode) {
        #expect(!code.title.isEmpty)
        #expect(code.explanation.count > 40)
        #expect(!code.explanation.hasSuffix("\n"))
    }
}
