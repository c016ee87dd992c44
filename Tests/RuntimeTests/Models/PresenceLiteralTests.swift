import ApusRuntime
import Testing

struct PresenceLiteralTests {
    @Test func literalsAreValues() {
        let flag: Presence<Bool> = true
        let count: Presence<Int> = 3
        let share: Presence<Double> = 0.5
        let name: Presence<String> = "nightly"
        let number = 42
        let numbered: Presence<String> = "run-\(number)"
        #expect(flag == .value(true))
        #expect(count == .value(3))
        #expect(share == .value(0.5))
        #expect(name == .value("nightly"))
        #expect(numbered == .value("run-42"))
    }

    @Test func nilIsAbsenceAndNotNull() {
        let none: Presence<String> = nil
        #expect(none == .absent)
        #expect(none != .null)
    }

    @Test func optionalsAndVariables() {
        let name = "nightly"
        var chosen: String? = name
        #expect(Presence(name) == .value("nightly"))
        #expect(Presence(chosen) == .value("nightly"))
        chosen = nil
        #expect(Presence(chosen) == .absent)
        #expect(Presence(nullable: chosen) == .null)
    }

    @Test func literalsOfOwnTypes() {
        let json: Presence<JSONValue> = "text"
        #expect(json == .value(.string("text")))
        let null: Presence<JSONValue> = nil
        #expect(null == .absent)
    }
}
