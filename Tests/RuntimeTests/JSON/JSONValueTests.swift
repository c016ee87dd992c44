import ApusRuntime
import Foundation
import Testing

@Suite struct JSONValueTests {
    @Test func equality() throws {
        #expect(try decoded(JSONValue.self, "1") == decoded(JSONValue.self, "1.0"))
        #expect(try decoded(JSONValue.self, "[1e2,0.10]") == decoded(JSONValue.self, "[100,0.1]"))
        #expect(
            try decoded(JSONValue.self, "12345678901234567890.0") == decoded(JSONValue.self, "12345678901234567890"))
        #expect(
            try decoded(JSONValue.self, "0.1234567890123456789") != decoded(JSONValue.self, "0.1234567890123456788"))
        #expect(try decoded(JSONValue.self, "9007199254740993") != decoded(JSONValue.self, "9007199254740992.0"))
        #expect(try decoded(JSONValue.self, #"{"a":1,"b":2}"#) == decoded(JSONValue.self, #"{"b":2.0,"a":1}"#))
        #expect(try decoded(JSONValue.self, #"{"a":1}"#) != decoded(JSONValue.self, #"{"a":1,"b":2}"#))
        let spellings = ["1", "1.0", "10e-1", "1E0", "100000000000000000000e-20"]
        #expect(Set(try spellings.map { try decoded(JSONValue.self, $0) }).count == 1)
        #expect(Set(try [#"{"a":1,"b":2}"#, #"{"b":2.0,"a":1}"#].map { try decoded(JSONValue.self, $0) }).count == 1)
        #expect(JSONValue.bool(true) != 1)
        #expect(JSONValue.null != 0)
    }

    @Test(arguments: [
        "null", "true", "[]", "{}", "0.1234567890123456789", "1E400", "-0", "18446744073709551615",
        "123456789012345678901234567890", #"{"b":1,"a":[{"c":"é\n"}],"":null}"#, "1e-400", "-9223372036854775808",
    ])
    func textIsKept(_ text: String) throws {
        try expectRoundTrip(JSONValue.self, text)
    }

    @Test func access() throws {
        var value: JSONValue = ["a": [1, 2.5, "x", nil, true], "b": ["c": "d"]]
        #expect(value["a"]?[0]?.integer == 1)
        #expect(value["a"]?[1]?.double == 2.5)
        #expect(value["a"]?[2]?.string == "x")
        #expect(value["a"]?[3]?.isNull == true)
        #expect(value["a"]?[4]?.bool == true)
        #expect(value["a"]?[5] == nil)
        #expect(value["b"]?["c"] == "d")
        #expect(value["x"] == nil)
        let copy = value
        value["x"] = 1
        value["a"] = nil
        value["b"]?["c"] = ["e": 1]
        #expect(value == ["x": 1, "b": ["c": ["e": 1]]])
        #expect(copy["a"] != nil)
        #expect(try encoded(value) == #"{"b":{"c":{"e":1}},"x":1}"#)
    }

    @Test func largeObjects() throws {
        let text = "{" + (0..<1000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        var value = try expectRoundTrip(JSONValue.self, text)
        #expect(value["k777"] == 777)
        value["k500"] = nil
        #expect(value["k500"] == nil)
        #expect(value["k501"] == 501)
        #expect(value.object?.count == 999)
        expectError(JSONValue.self, text.dropLast() + #","k7":1}"#, .duplicateMember, "/k7")
    }

    @Test func errors() {
        expectError(JSONValue.self, #"{"a":[1,{"b":tru}]}"#, .syntax, "/a/1/b", offset: 13)
        expectError(JSONValue.self, #"{"a":1,"a":1}"#, .duplicateMember, "/a")
    }

    @Test func models() throws {
        let tree = Tree(id: 1, left: Tree(id: 2), children: [Tree(id: 3)])
        let value = try JSONValue(encoding: tree)
        #expect(value == ["id": 1, "left": ["id": 2], "children": [["id": 3]]])
        #expect(try value.decode(as: Tree.self) == tree)
    }

    /// Models encode and decode with any coder.
    @Test func codable() throws {
        struct Envelope: Codable, Equatable {
            var tree: Tree
            var shapes: [Shape]
            var status: Status
            var color: Color?
            var point: Point
            var value: JSONValue
            var mixed: Mixed
        }
        let envelope = Envelope(
            tree: Tree(id: 1, left: Tree(id: 2)), shapes: [.circle(Circle(radius: 1.5)), .unrecognized(["kind": "x"])],
            status: .unrecognized("new"), color: .darkBlue, point: Point(x: 1, y: 2, label: nil, rest: []),
            value: ["a": [1, 2.5, true, "x", ["b": 1]]], mixed: .filter(Filter(and: [.count(1)], shape: nil)))
        let json = try JSONEncoder().encode(envelope)
        #expect(try JSONDecoder().decode(Envelope.self, from: json) == envelope)
        let list = try PropertyListEncoder().encode(envelope)
        #expect(try PropertyListDecoder().decode(Envelope.self, from: list) == envelope)
        #expect(String(decoding: try JSONEncoder().encode([Color.darkBlue]), as: UTF8.self) == #"["dark-blue"]"#)
        #expect(String(decoding: try JSONEncoder().encode([Level.high]), as: UTF8.self) == "[10]")
        let object = try JSONEncoder().encode(["x": Presence.value(1), "y": .null])
        #expect(try JSONDecoder().decode([String: Presence<Int>].self, from: object) == ["x": .value(1), "y": .null])
    }
}
