import Testing

@testable import ApusDiagnostics

struct SuggestionTests {
    @Test(arguments: [
        ("requried", "required"), ("propertis", "properties"), ("Type", "type"), ("descripton", "description"),
        ("additionalproperties", "additionalProperties"), ("enmu", "enum"),
    ])
    func findsTypos(word: String, meant: String) {
        let keywords = ["required", "properties", "type", "description", "additionalProperties", "enum", "items"]
        #expect(closest(to: word, in: keywords) == meant)
    }

    @Test func saysNothingWhereNothingIsNear() {
        #expect(closest(to: "banana", in: ["required", "type"]) == nil)
        #expect(closest(to: "a", in: ["b"]) == nil)
        #expect(closest(to: "type", in: ["type"]) == nil)
        #expect(closest(to: "", in: ["", "ab"]) == nil)
        #expect(closest(to: String(repeating: "type", count: 1000), in: ["type"]) == nil)
    }

    @Test func doesNotDependOnTheOrder() {
        #expect(closest(to: "cat", in: ["cap", "car"]) == "cap")
        #expect(closest(to: "cat", in: ["car", "cap"]) == "cap")
    }

    @Test func distanceIsSymmetricAndCountsASwapOnce() {
        #expect(editDistance(Array("ab"), Array("ba")) == 1)
        #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
        #expect(editDistance(Array("sitting"), Array("kitten")) == 3)
        #expect(editDistance(Array(""), Array("abc")) == 3)
    }
}
