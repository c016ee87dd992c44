import ApusRuntime
import Testing

@Suite struct DuplicateMemberTests {
    /// Members that are skipped are read as strictly as those that are kept.
    @Test func skippedMembers() throws {
        expectError(NameOnly.self, #"{"name":"n","x":{"a":1,"b":2,"a":3}}"#, .duplicateMember, "/a", offset: 33)
        expectError(NameOnly.self, #"{"name":"n","x":[{"a":{"b":1,"\u0062":2}}]}"#, .duplicateMember, "/b")
        var options = JSONDecodingOptions()
        options.duplicateMembers = .lastWins
        #expect(try decoded(NameOnly.self, #"{"name":"n","x":{"a":1,"a":3}}"#, options: options).name == "n")
    }

    /// Few names are compared, many are hashed; objects nest.
    @Test(arguments: [2, 12, 13, 14, 100, 5000])
    func manyMembers(_ count: Int) throws {
        func object(_ names: [String]) -> String {
            "{" + names.map { "\"\($0)\":{\"a\":{\"\($0)\":0},\"b\":1}" }.joined(separator: ",") + "}"
        }
        let names = (0..<count).map { $0 % 3 == 0 ? "é\($0)" : $0 % 3 == 1 ? "\\u0061\($0)" : "\($0)" }
        let value = try decoded(JSONValue.self, object(names))
        #expect(value.object?.count == count)
        #expect(value["2"] == (count > 2 ? ["b": 1, "a": ["2": 0]] : nil))
        for index in [0, count / 2, count - 1] {
            let error = #expect(throws: JSONError.self) { try decoded(JSONValue.self, object(names + [names[index]])) }
            #expect(error?.kind == .duplicateMember)
        }
    }

    /// JSON's names differ if their code points do, though Swift's strings may be equal.
    @Test func namesThatLookTheSame() throws {
        let value = try expectRoundTrip(JSONValue.self, "{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        let same = try decoded(JSONValue.self, "{\"e\u{301}\":2,\"\u{E9}\":1}")
        let swapped = try decoded(JSONValue.self, "{\"e\u{301}\":1,\"\u{E9}\":2}")
        #expect(value == same)
        #expect(value != swapped)
    }
}

private struct NameOnly: ObjectModel {
    var name: String

    static let table = ObjectTable(of: Self.self, "name", [String.self])
}
