import Testing

@testable import ApusModels

struct FieldLayoutTests {
    private struct Sample: ObjectModel {
        var names: [String] = []
        var numbers: [Int] = []
        private var count: Int?
        var ratio = 0.5
        private var wire = WireState()

        static let table = ObjectTable(
            of: Self.self, "names numbers count? ratio ^", [[String].self, [Int].self, Int?.self, Double.self])
    }

    @Test func theTypesOfTheStoredProperties() throws {
        let types: [Any.Type] = [[String].self, [Int].self, Int?.self, Double.self, WireState.self]
        #expect(FieldLayout(types).mismatch(with: Sample.self) == nil)
        let properties = try #require(StoredProperties(of: Sample.self)?.all)
        #expect(properties.map(\.name) == ["names", "numbers", "count", "ratio", "wire"])
        #expect(properties.map(\.offset) == FieldLayout(types).offsets)
    }

    /// `[String]` and `[Int]` have one size and one alignment, so the layout alone does not tell them apart.
    @Test func exchangedTypesOfOneLayout() {
        let types: [Any.Type] = [[Int].self, [String].self, Int?.self, Double.self, WireState.self]
        #expect(
            FieldLayout(types).mismatch(with: Sample.self)
                == "it has Array<Int> for the property `names`, which is Array<String>")
    }

    @Test func missingType() {
        let types: [Any.Type] = [[String].self, [Int].self, Int?.self, Double.self]
        #expect(FieldLayout(types).mismatch(with: Sample.self) == "it has 4 types for 5 stored properties")
    }

    @Test func tableOfExchangedTypes() async {
        await #expect(processExitsWith: .failure) {
            _ = ObjectTable(
                of: Sample.self, "names numbers count? ratio ^", [[Int].self, [String].self, Int?.self, Double.self])
        }
    }
}
