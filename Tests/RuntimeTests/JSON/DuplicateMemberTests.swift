import ApusRuntime
import Testing

@Suite struct DuplicateMemberTests {
    /// Skipped members are checked as strictly as decoded ones.
    @Test func skippedMembers() throws {
        expectError(NameOnly.self, #"{"name":"n","x":{"a":1,"b":2,"a":3}}"#, .duplicateMember, "/a", offset: 33)
        expectError(NameOnly.self, #"{"name":"n","x":[{"a":{"b":1,"\u0062":2}}]}"#, .duplicateMember, "/b")
        var options = JSONDecodingOptions()
        options.duplicateMembers = .lastWins
        #expect(try decoded(NameOnly.self, #"{"name":"n","x":{"a":1,"a":3}}"#, options: options).name == "n")
    }

    /// Small objects compare names and large ones hash them.
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

    /// JSON names are equal only if their code points are, unlike Swift strings.
    @Test func namesThatLookTheSame() throws {
        let value = try expectRoundTrip(JSONValue.self, "{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        let same = try decoded(JSONValue.self, "{\"e\u{301}\":2,\"\u{E9}\":1}")
        let swapped = try decoded(JSONValue.self, "{\"e\u{301}\":1,\"\u{E9}\":2}")
        #expect(value == same)
        #expect(value != swapped)
    }

    /// Names are compared after the dictionary is complete. The first duplicate is reported in preference to later
    /// errors.
    @Test func dictionaries() throws {
        expectError([String: Int].self, #"{"a":1,"b":2,"\u0061":3,"b":4}"#, .duplicateMember, "/a", offset: 22)
        expectError([String: Int].self, #"{"a":1,"b":2,"a":3,"c":true}"#, .duplicateMember, "/a", offset: 17)
        expectError([String: Int].self, #"{"a":1,"b":true,"a":3}"#, .mismatch, "/b", offset: 11)
        expectError([String: [String: String]].self, #"{"a":{},"b":{"c":"","c":""}}"#, .duplicateMember, "/b/c")
        var options = JSONDecodingOptions()
        options.duplicateMembers = .lastWins
        #expect(try decoded([String: Int].self, #"{"a":1,"b":2,"a":3}"#, options: options) == ["a": 3, "b": 2])
    }

    /// A dictionary hashes names in no particular order. The first duplicate is reported, or the last value is kept if
    /// the options say so.
    @Test(arguments: [2, 3, 8, 40, 300])
    func duplicatesAmongMany(_ count: Int) throws {
        let names = (0..<count).map { "a name on the heap, number \($0)" }
        var lastWins = JSONDecodingOptions()
        lastWins.duplicateMembers = .lastWins
        for repeated in [0, count / 2, count - 1] {
            let members = (names + [names[repeated], names[0]]).enumerated().map { #""\#($1)":["value \#($0)"]"# }
            let text = "{" + members.joined(separator: ",") + "}"
            expectError(
                [String: [String]].self, text, .duplicateMember, "/" + names[repeated],
                offset: 1 + members[...count].joined(separator: ",").utf8.count - #"["value \#(count)"]"#.utf8.count)
            let values = try decoded([String: [String]].self, text, options: lastWins)
            #expect(values.count == count)
            #expect(values[names[0]] == ["value \(count + 1)"])
            #expect(repeated == 0 || values[names[repeated]] == ["value \(count)"])
        }
    }

    /// A dictionary cannot hold both names, whatever the option for duplicates.
    @Test func namesThatADictionaryTakesForEqual() throws {
        let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
        var options = JSONDecodingOptions()
        for duplicates in [JSONDecodingOptions.DuplicateMembers.refused, .lastWins] {
            options.duplicateMembers = duplicates
            let error = #expect(throws: JSONError.self) { try decoded([String: Int].self, text, options: options) }
            #expect(error?.kind == .duplicateMember)
            #expect(error?.found.contains("an equivalent name in Unicode") == true)
            #expect(error?.offset == 14)
        }
    }

    @Test(arguments: [1, 4, 5, 12, 13, 300])
    func dictionariesOfAnySize(_ count: Int) throws {
        let texts = Dictionary(uniqueKeysWithValues: (0..<count).map { ("n\($0)", "a text on the heap, number \($0)") })
        _ = try expectRoundTrip([String: String].self, encoded(texts))
        let optionals = texts.mapValues { $0.hasSuffix("1") ? nil : Optional([$0, nil]) }
        #expect(try decoded([String: [String?]?].self, encoded(optionals)) == optionals)
        let names = try decoded(JSONValue.self, encoded(texts)).object?.names.map { $0 }
        #expect(names == texts.keys.sorted())
    }
}

private struct NameOnly: ObjectModel {
    var name: String

    static let table = ObjectTable(of: Self.self, "name", [String.self])
}
