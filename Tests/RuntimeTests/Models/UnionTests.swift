import ApusRuntime
import Testing

@Suite struct UnionTests {
    @Test func discriminatorAnywhere() throws {
        #expect(try decoded(Shape.self, #"{"radius":2,"kind":"circle"}"#) == .circle(Circle(radius: 2)))
        #expect(
            try decoded(Shape.self, #" { "a" : [ { } ] , "side":2, "kind":"sq\u0075are"}"#) == .square(Square(side: 2)))
        try expectRoundTrip(Shape.self, #"{"kind":"circle","radius":0.5}"#)
        #expect(
            try expectRoundTrip(Shape.self, #"{"kind":"hexagon","b":1,"a":2}"#)
                == .unrecognized(["kind": "hexagon", "b": 1, "a": 2]))
        expectError(Shape.self, #"{"kind":"circle","radius":"x"}"#, .mismatch, "/radius")
        expectError(Shape.self, #"{"kind":"circle"}"#, .missingMember, "/radius")
    }

    /// An element or a member's value that does not decode is kept without affecting others, and is a violation.
    @Test func whatCannotBeReadIsKept() throws {
        let text =
            #"[{"kind":"circle","radius":1},{"kind":"circle","radius":"x"},{"kind":"square"},7,{"kind":"hexagon"}]"#
        let shapes = try expectRoundTrip([Shape].self, text)
        #expect(shapes[0] == .circle(Circle(radius: 1)))
        #expect(shapes[1] == .unrecognized(["kind": "circle", "radius": "x"]))
        #expect(
            violations(of: shapes) == [
                "/1/radius type must be a number, but is a string", "/2/side required the member `side` is missing",
                "/3 oneOf must be one of the described alternatives",
                #"/4 oneOf must be one of the described alternatives; its `kind` is "hexagon""#,
            ])
        let filter = try expectRoundTrip(Filter.self, #"{"and":[],"shape":{"kind":"circle","radius":null}}"#)
        #expect(filter.shape == .unrecognized(["kind": "circle", "radius": nil]))
        #expect(violations(of: filter).count == 1)
        // A value that matches a variant is not a violation.
        #expect(violations(of: Shape.unrecognized(["kind": "circle", "radius": 2])) == [])
        expectError([Shape].self, #"[{"kind":"circle","radius":tru}]"#, .syntax, "/0/radius")
        expectError([Shape].self, #"[{"kind":"circle","radius":1,"radius":1}]"#, .duplicateMember, "/0/radius")
    }

    @Test func commonMembersAreReadOnTheUnion() throws {
        let vehicles: [Vehicle] = [
            .car(Car(name: "Tom", age: nil, note: .null, wheels: 4)), .bike(Bike(age: 3, name: "Rex", note: .absent)),
            .unrecognized(["name": "Polly", "age": 60, "note": "green", "wheels": 3]), .unrecognized(["age": "old"]),
            .unrecognized([1]), .bike(Bike(age: 3, name: "Max", note: .absent, wheels: 2)),
        ]
        #expect(
            vehicles.map { $0.commonMemberIfPresent("name") as String? } == ["Tom", "Rex", "Polly", nil, nil, "Max"])
        #expect(vehicles.map { $0.commonMemberIfPresent("wheels") as Int? } == [4, nil, 3, nil, nil, 2])
        #expect(vehicles.map { $0.commonMember("age") as Int? } == [nil, 3, 60, nil, nil, 3])
        #expect(
            vehicles.map { $0.commonMember("note") as Presence<String> } == [
                .null, .absent, "green", .absent, .absent, .absent,
            ])
    }

    @Test func enumsListTheirCases() {
        func listed<Value: CaseIterable & RawRepresentable>(_ type: Value.Type) -> [Value.RawValue] {
            type.allCases.map(\.rawValue)
        }
        #expect(listed(Mood.self) == ["glad"])
        #expect(listed(Color.self) == ["red", "dark-blue"])
    }

    @Test func unlistedValuesAreViolations() {
        #expect(
            violations(of: [Mood.glad, .unrecognized("bored"), .unrecognized("glad")]) == [
                #"/1 enum must be one of "glad""#
            ])
        // Other values are not violations if the description allows them.
        #expect(violations(of: Status.unrecognized("OLD")) == [])
        #expect(violations(of: ["a": Code.unrecognized(7)]).map { $0.prefix(7) } == ["/a enum"])
    }

    private func violations(of value: some JSONCodable) -> [String] {
        do { try value.validate() } catch {
            return error.violations.map { "\($0.pointer) \($0.keyword) \($0.message)" }
        }
        return []
    }

    @Test(arguments: [
        #""a""#, "0.5", "7", "null", "[]", #"["a","b"]"#, "[[],7,null,{\"name\":\"x\"}]", #"{"and":[]}"#,
        #"{"and":["x",{"and":[{"id":1,"children":[]}]}],"shape":{"kind":"square","side":3}}"#, #"{"name":"x"}"#,
        #"{"id":1,"children":[]}"#,
    ])
    func plans(_ text: String) throws {
        let value = try expectRoundTrip(Mixed.self, text)
        #expect(Set([value, try decoded(Mixed.self, text)]).count == 1)
        #expect(value != .text("other"))
    }

    @Test func kindsAreTellingApart() throws {
        #expect(try decoded(Mixed.self, "7.0") == .count(7))
        #expect(try decoded(Mixed.self, "7.5") == .number(7.5))
        #expect(try decoded(Mixed?.self, "null") == .some(.null(JSONNull())))
        expectError(Mixed.self, "true", .noVariant, "")
        expectError(Mixed.self, "[7,true]", .noVariant, "/1")
        expectError(Mixed.self, "nul", .syntax, "")
    }

    @Test func elementsThatDoNotTellArePassedOver() throws {
        #expect(try expectRoundTrip(Grid.self, "[]") == .list([]))
        #expect(try expectRoundTrip(Grid.self, "[null]") == .list([nil]))
        #expect(try expectRoundTrip(Grid.self, "[null,1]") == .list([nil, 1]))
        #expect(try expectRoundTrip(Grid.self, "[[]]") == .table([[]]))
        #expect(try expectRoundTrip(Grid.self, "[null,[],[null,2]]") == .table([nil, [], [nil, 2]]))
        #expect(try expectRoundTrip(Grid.self, "[[null]]") == .table([[nil]]))
        #expect(try expectRoundTrip(Grid.self, "[[],null,[null,[3]]]") == .cube([[], nil, [nil, [3]]]))
        #expect(try expectRoundTrip(Grid.self, "[[[]]]") == .cube([[[]]]))
        expectError(Grid.self, "[null,true]", .noVariant, "")
        expectError(Grid.self, "[[],[", .syntax, "")
    }

    @Test func trialPrefersWhatLosesNothing() throws {
        #expect(try decoded(Pet.self, #"{"name":"x"}"#) == .cat(Cat(name: "x")))
        #expect(try decoded(Pet.self, #"{"name":"x","bark":3}"#) == .dog(Dog(name: "x", bark: 3)))
        #expect(try decoded(Pet.self, #"{"name":"x","tail":1}"#) == .cat(Cat(name: "x")))
        let error = #expect(throws: JSONError.self) { try decoded([Pet].self, #"[{"bark":"loud"}]"#) }
        #expect(error?.pointer == "/0")
        #expect(error?.variants.map(\.index) == [0, 1])
        #expect(error?.variants.last?.error.pointer == "/bark")
    }

    @Test func enums() throws {
        try expectRoundTrip([Color].self, #"["red","dark-blue"]"#)
        try expectRoundTrip([Status].self, #"["OK","FAILED","?"]"#)
        try expectRoundTrip([Code].self, "[0,5]")
        try expectRoundTrip([Level?].self, "[1,null,10]")
        expectError([Color].self, #"["red","green"]"#, .invalidValue, "/1")
        expectError([Color].self, #"["red",1]"#, .mismatch, "/1")
        expectError(Level.self, "2", .invalidValue, "")
        #expect(Status.unrecognized("OK") == .ok)
        let texts: [Status] = ["FAILED", "?"]
        let areCases = texts.map { if case .unrecognized = $0 { false } else { true } }
        #expect(areCases == [true, false])
        #expect(Set([Status.unrecognized("OK"), .ok, .failed]).count == 2)
    }

    @Test func tuples() throws {
        try expectRoundTrip(Point.self, "[1,2]")
        try expectRoundTrip(Point.self, #"[1,2,"a"]"#)
        #expect(try expectRoundTrip(Point.self, #"[1,2,"a",true]"#).rest == [true])
        try expectRoundTrip(Pair.self, #"["a",{"name":"n"}]"#)
        expectError(Pair.self, #"["a",{"name":"n"},1]"#, .syntax, "/2")
        expectError(Point.self, "[1]", .mismatch, "")
        expectError(Point.self, #"[1,"x"]"#, .mismatch, "/1")
        expectError(Point.self, #"[1,2,"x",true,3]"#, .mismatch, "/4")
    }
}

private enum Mood: OpenEnum {
    case glad
    case unrecognized(String)

    static let allCases: [Mood] = [.glad]

    var rawValue: String {
        switch self {
        case .glad: "glad"
        case .unrecognized(let rawValue): rawValue
        }
    }
}
