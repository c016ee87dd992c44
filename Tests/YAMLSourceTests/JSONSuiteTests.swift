import Foundation
import TestSupport
import Testing

/// JSONTestSuite (https://github.com/nst/JSONTestSuite). `y_` must be accepted, `n_` must be rejected, `i_` may be
/// either.
@Suite(.enabled(if: shared("suites/json/test_parsing") != nil, "set APUS_SHARED to the folder with the test suites"))
struct JSONSuiteTests {
    /// RFC 8259, section 4, recommends unique names in objects. The reader requires them.
    static let exceptions: Set<String> = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

    @Test func everyFileIsReadOrRefusedAsItsNameSays() throws {
        let folder = try #require(shared("suites/json/test_parsing"))
        let files = files(below: folder, extensions: ["json"])
        #expect(files.count > 300)
        for url in files {
            let name = url.lastPathComponent
            let (root, diagnostics) = parsed(try bytes(of: url), name: name)
            let isRead = root != nil && !diagnostics.hasErrors
            #expect(isRead || diagnostics.hasErrors, "\(name) is refused without a word")
            if name.hasPrefix("y_") { #expect(isRead != Self.exceptions.contains(name), "\(name)") }
            if name.hasPrefix("n_") { #expect(!isRead, "\(name)") }
        }
    }
}
