import ApusRuntime
import Testing

@Suite struct EqualityTests {
    static let scalars = #"""
        {"a":1,"b":2,"c":3,"d":true,"e":0.5,"f":4,"g":5,"h":null,"i":6,"j":"red","k":1,"l":"OK","m":0,
        "n":[1,2,"a label that is on the heap",true],"o":{"a":[1,2.5,"é"]},"p":7,"q":false,"r":8}
        """#

    @Test(arguments: [
        #""a":1"#, #""b":2"#, #""c":3"#, #""d":true"#, #""e":0.5"#, #""f":4"#, #""g":5"#, #""i":6"#, #""j":"red""#,
        #""k":1"#, #""l":"OK""#, #""m":0"#, #""p":7"#, #""q":false"#, #""r":8"#, #""o":{"a":[1,2.5,"é"]}"#,
        #""n":[1,2,"a label that is on the heap",true]"#,
    ])
    func eachMemberCounts(_ member: String) throws {
        let others = [
            "a": "2", "b": "3", "c": "4", "d": "false", "e": "1.5", "f": "5", "g": "6", "i": "7", "j": #""dark-blue""#,
            "k": "10", "l": #""FAILED""#, "m": "1", "p": "8", "q": "true", "r": "9", "o": #"{"a":[1,2.5,"e"]}"#,
            "n": #"[1,2,"a label that is in the heap",true]"#,
        ]
        let name = String(member.dropFirst().prefix(1))
        let value = try decoded(Scalars.self, Self.scalars)
        try expectEqual(value, decoded(Scalars.self, Self.scalars))
        let other = Self.scalars.replacingOccurrence(of: member, with: "\"\(name)\":\(others[name]!)")
        try expectDifferent(value, decoded(Scalars.self, other))
        if ["f", "i", "k", "n", "o", "q"].contains(name) {
            let absent = Self.scalars.replacingOccurrence(of: member + ",", with: "")
            try expectDifferent(value, decoded(Scalars.self, absent))
            try expectEqual(decoded(Scalars.self, absent), decoded(Scalars.self, absent))
        }
    }

    @Test func doublesCompareAsNumbers() {
        let zeros = (Point(x: 0, y: -0.0, rest: []), Point(x: -0.0, y: 0, rest: []))
        expectEqual(zeros.0, zeros.1)
        let noNumber = Circle(radius: .nan)
        #expect(noNumber != noNumber)
        #expect(Shape.circle(noNumber) != Shape.circle(noNumber))
    }

    @Test func textsCompareAsStrings() {
        expectEqual(Keeping(name: "\u{e9}", others: [:]), Keeping(name: "e\u{301}", others: [:]))
        let (text, other) = ("the caf\u{e9} that is open", "the cafe\u{301} that is open")
        expectEqual(Keeping(name: text, others: [:]), Keeping(name: other, others: [:]))
        for count in 0..<40 {
            let text = String(repeating: "a", count: count)
            expectEqual(Keeping(name: text + "x", others: [:]), Keeping(name: text + "x", others: [:]))
            expectDifferent(Keeping(name: text + "x", others: [:]), Keeping(name: text + "y", others: [:]))
            expectDifferent(Keeping(name: "x" + text, others: [:]), Keeping(name: "y" + text, others: [:]))
        }
        expectEqual(Status.unrecognized("OK"), .ok)
        expectDifferent(Status.unrecognized("ok"), .ok)
    }

    @Test(arguments: [
        (#"{"name":"n","a":[1],"b":{}}"#, #"{"b":{},"a":[1],"name":"n"}"#, true),
        (#"{"name":"n","a":[1],"b":{}}"#, #"{"name":"n","a":[1]}"#, false),
        (#"{"name":"n","a":[1],"b":{}}"#, #"{"name":"n","a":[1],"c":{}}"#, false),
        (#"{"name":"n","a":[1],"b":{}}"#, #"{"name":"n","a":[2],"b":{}}"#, false),
    ])
    func dictionaries(_ left: String, _ right: String, areEqual: Bool) throws {
        try expect(decoded(Keeping.self, left), decoded(Keeping.self, right), areEqual)
    }

    @Test(arguments: [
        (#"{"x":{"name":"n"},"y":{"name":"m","value":1}}"#, #"{"y":{"name":"m","value":1},"x":{"name":"n"}}"#, true),
        (#"{"x":{"name":"n"},"y":{"name":"m","value":1}}"#, #"{"x":{"name":"n"},"y":{"name":"m","value":2}}"#, false),
        (#"{"x":{"name":"n"}}"#, #"{"z":{"name":"n"}}"#, false),
        (#"{"x":{"name":"n"}}"#, "{}", false),
    ])
    func dictionariesOfModels(_ left: String, _ right: String, areEqual: Bool) throws {
        try expect(decoded(TypedKeeping.self, left), decoded(TypedKeeping.self, right), areEqual)
    }

    @Test(arguments: [
        #"{"id":1,"left":{"id":2,"right":{"id":3}},"children":[{"id":4,"children":[]},{"id":5}]}"#,
        #"{"id":1,"left":{"id":2,"right":{"id":4}},"children":[{"id":4,"children":[]},{"id":5}]}"#,
        #"{"id":1,"left":{"id":2,"right":{"id":3}},"children":[{"id":4},{"id":5}]}"#,
        #"{"id":1,"left":{"id":2,"right":{"id":3}},"children":[{"id":4,"children":[]},{"id":6}]}"#,
        #"{"id":1,"left":{"id":2,"right":{"id":3}},"children":[{"id":4,"children":[]}]}"#,
    ])
    func trees(_ text: String) throws {
        let first = #"{"id":1,"left":{"id":2,"right":{"id":3}},"children":[{"id":4,"children":[]},{"id":5}]}"#
        try expect(decoded(Tree.self, first), decoded(Tree.self, text), text == first)
    }

    @Test func unions() throws {
        let texts = [
            #""a text that is on the heap""#, #""another text on the heap""#, "7", "7.5", "null", "[]", #"["a"]"#,
            #"[["a"],1]"#, #"[["a"],2]"#, #"{"and":[1,"a"],"shape":{"kind":"circle","radius":1}}"#,
            #"{"and":[1,"a"],"shape":{"kind":"circle","radius":2}}"#, #"{"and":[1,"a"],"shape":{"kind":"x"}}"#,
            #"{"name":"n"}"#, #"{"name":"n","value":1}"#, #"{"id":1}"#,
        ]
        for (leftIndex, left) in texts.enumerated() {
            for (rightIndex, right) in texts.enumerated() {
                try expect(decoded(Mixed.self, left), decoded(Mixed.self, right), leftIndex == rightIndex)
            }
        }
    }

    private func expect<Value: Hashable>(_ left: Value, _ right: Value, _ areEqual: Bool) {
        if areEqual { expectEqual(left, right) } else { expectDifferent(left, right) }
    }

    private func expectEqual<Value: Hashable>(_ left: Value, _ right: Value) {
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect([left] == [right])
        #expect(Set([left, right]).count == 1)
    }

    private func expectDifferent<Value: Hashable>(_ left: Value, _ right: Value) {
        #expect(left != right)
        #expect(left.hashValue != right.hashValue)
        #expect(Set([left, right]).count == 2)
    }
}

extension String {
    fileprivate func replacingOccurrence(of text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
