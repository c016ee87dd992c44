import ApusRuntime
import Galileo
import Galtea
import Testing

/// The rules across fields that the descriptions state.
struct RuleTests {
    @Test func aTestCaseExcludesProduction() throws {
        try Galtea.CreateSessionRequest(versionID: "ver_1", testCaseID: "tc_1", isProduction: .value(false)).validate()
        try Galtea.CreateSessionRequest(versionID: "ver_1", isProduction: .value(true)).validate()
        let forbidden = Galtea.CreateSessionRequest(versionID: "ver_1", testCaseID: "tc_1", isProduction: .value(true))
        #expect(
            violations(of: forbidden) == [
                ": A session with a testCaseId cannot be a production session; leave isProduction out or set it to false."
            ])
    }

    @Test func aTestCaseExcludesContext() throws {
        let forbidden = Galtea.CreateSessionRequest(
            versionID: "ver_1", testCaseID: "tc_1", context: .string("Returning buyer"))
        #expect(
            violations(of: forbidden) == [
                ": A session with a testCaseId takes its context from the test case; leave context out."
            ])
    }

    private func violations(of value: some JSONCodable) -> [String] {
        do {
            try value.validate()
            return []
        } catch {
            return error.violations.map { "\($0.pointer): \($0.message)" }
        }
    }
}
