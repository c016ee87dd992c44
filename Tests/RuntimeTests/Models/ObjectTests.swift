import ApusRuntime
import Testing

@Suite struct ObjectTests {
    static let full = #"""
        {"required":"a","type":"presences","version":1,"nullable":1,"optional":0.5,"sent":true,"received":"r","limit":7,"label":"l","list of \"all\"/~":[1,null]}
        """#
    static let small = #"{"required":"a","type":"presences","nullable":null}"#

    @Test(arguments: [
        full, small,
        #"{"required":"","type":"presences","nullable":null,"sent":null,"received":null}"#,
        #"{"required":"","type":"presences","nullable":2,"received":"","limit":100,"label":"x"}"#,
        #"{"required":"","type":"presences","version":1,"nullable":2,"label":null,"list of \"all\"/~":[]}"#,
    ])
    func presenceIsKept(_ text: String) throws {
        try expectRoundTrip(Presences.self, text)
    }

    @Test func defaults() throws {
        let value = try decoded(Presences.self, Self.small)
        #expect(value.limit == 100)
        #expect(value.label == "x")
        #expect(value.list == nil)
        #expect(value.sent.isAbsent)
        #expect(
            violations(of: value).map(\.message) == ["must have the member `limit`", "must have the member `label`"])
        var changed = value
        changed.limit = 100
        changed.received = "y"
        changed.label = nil
        #expect(
            try encoded(changed)
                == #"{"required":"a","type":"presences","nullable":null,"received":"y","limit":100,"label":null}"#)
        #expect(value != changed)
        // A value created in code writes its required members.
        let made = Presences(required: "a", nullable: nil)
        #expect(
            try encoded(made)
                == #"{"required":"a","type":"presences","version":1,"nullable":null,"limit":100,"label":"x"}"#)
        #expect(violations(of: made) == [])
        // An absent member differs from one that equals its default.
        #expect(made != value)
        #expect(try made == decoded(Presences.self, encoded(made)))
    }

    @Test func errors() {
        expectError(Presences.self, "[]", .mismatch, "", offset: 0)
        expectError(Presences.self, #"{"type":"presences","nullable":null}"#, .missingMember, "/required")
        expectError(Presences.self, #"{"required":"a","nullable":null}"#, .missingMember, "/type")
        expectError(Presences.self, #"{"required":"a","type":"presences"}"#, .missingMember, "/nullable")
        expectError(Presences.self, #"{"required":null}"#, .mismatch, "/required", offset: 12)
        expectError(Presences.self, #"{"optional":null}"#, .mismatch, "/optional")
        expectError(Presences.self, #"{"limit":null}"#, .mismatch, "/limit")
        expectError(Presences.self, #"{"limit":1.5}"#, .mismatch, "/limit")
        expectError(Presences.self, #"{"type":"other"}"#, .invalidValue, "/type", offset: 8)
        expectError(Presences.self, #"{"version":2}"#, .invalidValue, "/version")
        expectError(Presences.self, #"{"list of \"all\"/~":[1,2,"x"]}"#, .mismatch, "/list of \"all\"~1~0/2")
        expectError(Presences.self, #"{"limit":1,"limit":2}"#, .duplicateMember, "/limit")
        expectError(Presences.self, #"{"type":"presences","type":"presences"}"#, .duplicateMember, "/type")
        expectError(
            Tree.self, #"{"id":1,"children":[{"id":2},{"id":3,"left":{"id":"x"}}]}"#, .mismatch, "/children/1/left/id")
        expectError(Keeping.self, #"{"name":"","a":1,"a":2}"#, .duplicateMember, "/a")
        expectError(TypedKeeping.self, #"{"a":{"name":1}}"#, .mismatch, "/a/name")
        expectError(TypedKeeping.self, #"{"first":128}"#, .invalidValue, "/first")
        expectError([String: Int].self, #"{"a":1,"b":"x"}"#, .mismatch, "/b")
    }

    @Test func lastDuplicateWins() throws {
        var options = JSONDecodingOptions()
        options.duplicateMembers = .lastWins
        let text =
            #"{"required":"a long string that is on the heap","required":"b","type":"presences","received":null,"received":"r","nullable":1}"#
        let value = try decoded(Presences.self, text, options: options)
        #expect(value.required == "b")
        #expect(try encoded(value) == #"{"required":"b","type":"presences","nullable":1,"received":"r"}"#)
        #expect(try decoded(Keeping.self, #"{"name":"","a":1,"a":2}"#, options: options).others == ["a": 2])
    }

    @Test func constantsMayBeSpelledOtherwise() throws {
        let value = try decoded(
            Presences.self, #"{"type":"pre\u0073ences","version":1.0,"required":"","nullable":null}"#)
        #expect(value.type == "presences")
    }

    @Test func recursion() throws {
        let text = #"{"id":1,"left":{"id":2,"right":{"id":3}},"children":[{"id":4,"children":[]}]}"#
        let tree = try decoded(Tree.self, text)
        #expect(tree.left?.right?.id == 3)
        #expect(tree.children?[0].id == 4)
        #expect(try encoded(Tree(id: 1, left: Tree(id: 2))) == #"{"id":1,"left":{"id":2}}"#)
        #expect(tree == (try decoded(Tree.self, text)))
        #expect(Set([tree, try decoded(Tree.self, text)]).count == 1)
    }

    @Test func otherMembers() throws {
        let value = try expectRoundTrip(Keeping.self, #"{"name":"n","a":[1,{"b":null}],"z":"é"}"#)
        #expect(value.others["z"] == "é")
        try expectRoundTrip(TypedKeeping.self, #"{"first":null,"x":{"name":"n"},"y":{"name":"m","value":-1}}"#)
        // A property takes precedence over an additional member with its name.
        #expect(try encoded(Keeping(name: "n", others: ["name": 1, "x": 2])) == #"{"name":"n","x":2}"#)
        #expect(try decoded(Cat.self, #"{"more":{"a":[1,2,{}]},"name":"x"}"#) == Cat(name: "x"))
    }

    @Test func unrecognizedMembers() throws {
        let value = try expectRoundTrip(Leaf.self, #"{"name":"n","more":[1,{"b":null}],"newer":9007199254740993}"#)
        #expect(value.unrecognizedMembers["newer"] == 9_007_199_254_740_993)
        #expect(violations(of: value).map(\.pointer) == ["/more", "/newer"])
        #expect(Set(violations(of: value).map(\.keyword)) == ["additionalProperties"])
        #expect(value != Leaf(name: "n"))
        #expect(violations(of: Leaf(name: "n")) == [])
        let holder = try decoded(TypedKeeping.self, #"{"a":{"name":"n","more":1}}"#)
        #expect(violations(of: holder).map(\.pointer) == ["/a/more"])
    }

    @Test func manyMembers() throws {
        let members = (0..<70).map { #""p\#($0)":\#($0 % 3 == 0 ? "null" : "\"\($0)\"")"# }
        let text = "{" + members.joined(separator: ",") + #","last":1}"#
        try expectRoundTrip(Wide.self, text)
        try expectRoundTrip(Wide.self, #"{"p1":"a","p69":null,"last":1}"#)
        let shuffled = "{" + #""last":1,"# + members.reversed().joined(separator: ",") + "}"
        #expect(try encoded(decoded(Wide.self, shuffled)) == text)
        expectError(Wide.self, #"{"p1":"a","p69":null}"#, .missingMember, "/last")
        expectError(Wide.self, #"{"p68":"a","p68":null}"#, .duplicateMember, "/p68")
    }

    @Test func layouts() throws {
        let text =
            #"{"a":-128,"b":18446744073709551615,"c":65535,"d":true,"e":0.1,"f":255,"g":-2147483648,"h":null,"i":-1,"j":"dark-blue","k":10,"l":"NEW","m":7,"n":[1,2.5,"x",true,false],"o":{"z":1,"a":[]},"p":-9223372036854775808,"q":false,"r":4294967295}"#
        let value = try expectRoundTrip(Scalars.self, text)
        #expect(value.l == .unrecognized("NEW"))
        #expect(value.n == Point(x: 1, y: 2.5, label: "x", rest: [true, false]))
        try expectRoundTrip(
            Scalars.self,
            #"{"a":0,"b":0,"c":0,"d":false,"e":0,"g":0,"h":null,"j":"red","l":"OK","m":0,"o":null,"p":0,"r":0}"#)
    }

    /// The tables' assumptions about the layout of structs.
    @Test func offsetsAreSwifts() {
        #expect(MemoryLayout<Scalars>.offset(of: \.b) == 8)
        #expect(MemoryLayout<Scalars>.offset(of: \.c) == 16)
        #expect(MemoryLayout<Scalars>.offset(of: \.d) == 18)
        #expect(MemoryLayout<Scalars>.offset(of: \.e) == 20)
        #expect(MemoryLayout<Scalars>.offset(of: \.f) == 24)
        #expect(MemoryLayout<Scalars>.offset(of: \.g) == 28)
    }

    @Test func keyOrderAndPrettyPrinting() throws {
        var options = JSONEncodingOptions()
        options.sortsMembers = true
        #expect(
            try encoded(TypedKeeping(first: 1, others: ["a": Leaf(name: "n"), "z": Leaf(name: "m")]), options: options)
                == #"{"a":{"name":"n"},"first":1,"z":{"name":"m"}}"#)
        #expect(try encoded(["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
        #expect(
            try encoded(["b": 1, "a": ["d": 1, "c": 2]] as JSONValue, options: options) == #"{"a":{"c":2,"d":1},"b":1}"#
        )
        options.isPretty = true
        let text = try encoded(Filter(and: [.texts(["a"]), .texts([])], shape: nil), options: options)
        #expect(text == "{\n  \"and\": [\n    [\n      \"a\"\n    ],\n    []\n  ]\n}")
    }

    @Test func nonFiniteNumbers() throws {
        for value in [Double.infinity, -.infinity, .nan] {
            let error = #expect(throws: JSONError.self) {
                try encoded(["a": [Circle(radius: 1), Circle(radius: value)]])
            }
            #expect(error?.pointer == "/a/1/radius")
            #expect(error?.kind == .notFinite)
        }
        #expect(throws: JSONError.self) { try encoded(Float.infinity) }
        #expect(throws: JSONError.self) { try encoded(["x": .number(.nan)] as JSONValue) }
    }

    private func violations(of value: some JSONCodable) -> [Violation] {
        do {
            try value.validate()
            return []
        } catch {
            return error.violations
        }
    }
}
