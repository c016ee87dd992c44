import Foundation
import TestSupport
import Testing

/// Module names. SwiftPM rejects a build with two modules of the same name.
@Suite struct ModuleNameTests {
    @Test func `no module has a name that is likely to be another package's`() throws {
        let modules = try FileManager.default.contentsOfDirectory(
            atPath: packageRoot.appendingPathComponent("Sources").path)
        #expect(modules.contains("ApusRuntime"))
        #expect(modules.filter { !$0.lowercased().hasPrefix("apus") && !$0.hasPrefix(".") } == [])
    }
}
