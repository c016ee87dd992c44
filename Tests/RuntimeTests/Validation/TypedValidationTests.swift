import Testing

@testable import ApusModels

@Suite struct TypedValidationTests {
    private func violations(_ value: some JSONCodable, _ options: ValidationOptions = .init()) -> [String] {
        do throws(ValidationError) {
            try value.validate(options: options)
            return []
        } catch {
            return error.violations.map {
                "\($0.pointer) \($0.keyword) \($0.schemaPointer) \($0.message) [\($0.value)]"
            }
        }
    }

    @Test func acceptsWhatFollowsTheRules() {
        #expect(violations(Order(id: "ab1", quantity: 3, lines: [Line(price: 0.3)])) == [])
        #expect(violations(Unchecked(name: "")) == [])
        #expect(!ShapeCache.shared.shape(of: Unchecked.self).isConstrained)
    }

    @Test func listsEveryViolationWithItsPlace() {
        let order = Order(
            id: "!", quantity: 0, note: "much too long a note", password: "x",
            lines: [Line(price: 0.25), Line(price: 0.3, parent: Order(id: "ab2", quantity: 200))], created: nil,
            tags: ["a": Line(price: -1)])
        #expect(
            violations(order) == [
                "/id pattern #/Order/properties/id/pattern must match the pattern ^[a-z0-9]+$ [\"!\"]",
                "/quantity minimum #/Order/properties/quantity/minimum must be at least 1 [0]",
                "/note maxLength #/Order/properties/note/maxLength must have at most 10 characters, has 20 [\"much too long a note\"]",
                "/password minLength #/Order/properties/password/minLength must have at least 8 characters, has 1 [***]",
                "/lines/0/price multipleOf #/Line/properties/price/multipleOf must be a multiple of 0.1 [0.25]",
                "/lines/1/parent/quantity maximum #/Order/properties/quantity/maximum must be at most 100 [200]",
                "/tags/a/price minimum #/Line/properties/price/minimum must be at least 0 [-1]",
            ])
        #expect(violations(order, ValidationOptions(maximumViolations: 2)).count == 2)
    }

    @Test func rulesAcrossFieldsHaveTheirOwnWords() {
        let order = Order(id: "a", quantity: 1, note: "n", isProduction: true)
        #expect(
            violations(order) == [" not #/Order/not a noted order cannot be for production [an object with 4 members]"])
    }

    @Test func unionsAreValidatedByTheirVariant() {
        #expect(
            violations([Either.line(Line(price: -0.1)), .order(Order(id: "a", quantity: 1))]) == [
                "/0/price minimum #/Line/properties/price/minimum must be at least 0 [-0.1]"
            ])
    }

    @Test func valuesHavePresence() {
        #expect(
            violations(Present(a: .absent)) == [
                "/a required #/Present/required must have the member `a` [an object with 0 members]"
            ])
        #expect(violations(Present(a: .null)) == ["/a type #/Present/properties/a/type must be a string [null]"])
        #expect(violations(Present(a: .value("x"))) == [])
    }

    @Test func referencesNameModels() {
        #expect(violations(Envelope(content: ["price": -1])).count == 1)
        #expect(violations(Envelope(content: ["price": 1])) == [])
        #expect(violations(Envelope(content: "text")).first?.contains("must be of type Line") == true)
    }

    /// JSON compares code points, but Swift treats `é` and `e` with a combining accent as equal.
    @Test func textsAreComparedByCodePoints() throws {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        #expect(violations(Spelled(map: [composed: 1], tag: composed, tags: [composed, decomposed])) == [])
        let violations = violations(Spelled(map: [decomposed: 1], tag: decomposed, tags: [decomposed, decomposed]))
        #expect(
            violations.map { $0.split(separator: " ")[0...1].joined(separator: " ") } == [
                "/map/é required", "/tag const", "/tag enum", "/tags uniqueItems",
            ])
        let text = #"{"map":{"\#(composed)":1,"\#(decomposed)":2}}"#
        #expect(
            try JSON.decode(JSONValue.self, from: Array(text.utf8)).violations(
                of: SchemaCompiler.compile(["properties": ["map": ["maxProperties": 1]]])
            ).count == 1)
        #expect(RuleOperators.isKey(decomposed, of: [composed: 1]) == false)
        #expect(RuleOperators.value(of: [composed: 1], for: decomposed) == nil)
        #expect(RuleOperators.isElement(decomposed, of: [composed]) == false)
        #expect(Accented(rawValue: decomposed).rawValue.utf8.elementsEqual(decomposed.utf8))
        #expect(
            try JSON.encode(JSON.decode([Accented].self, from: Array(#"["\#(decomposed)"]"#.utf8)))
                == Array(#"["\#(decomposed)"]"#.utf8))
    }

    @Test func whatIsInASecretIsSecret() {
        let secrets = Secrets(account: ["price": -1], keys: ["short"], line: Line(price: -1))
        #expect(
            violations(secrets).map { $0.split(separator: " ")[0...1].joined(separator: " ") } == [
                "/account/price minimum", "/keys/0 minLength", "/line/price minimum",
            ])
        #expect(violations(secrets).allSatisfy { $0.hasSuffix("[***]") })
    }

    /// Elements are looked up in a table. Comparing all pairs would not finish in time.
    @Test func manyElementsAreUnique() throws {
        let schema = try SchemaCompiler.compile(["uniqueItems": true])
        let numbers = (0..<100_000).map { JSONValue.integer(Int64($0)) }
        #expect(JSONValue.array(numbers).violations(of: schema) == [])
        #expect(
            JSONValue.array(numbers + [.number(99_999)]).violations(of: schema).map(\.message) == [
                "must not have equal elements, but those at 99999 and 100000 are equal"
            ])
        let nested = (0..<20_000).map { JSONValue.object(["a": [.integer(Int64($0))], "b": .integer(Int64(-$0))]) }
        let reordered = JSONValue.object(["b": -7, "a": [7]])
        #expect(JSONValue.array(nested).violations(of: schema) == [])
        #expect(JSONValue.array(nested + [reordered]).violations(of: schema).count == 1)
        let tags = (0..<50_000).map { "tag \($0)" }
        #expect(violations(Spelled(map: ["\u{E9}": 1], tag: "\u{E9}", tags: tags)) == [])
    }

    @Test func violationsHaveTheSameOrderEachTime() {
        let tags = Dictionary(uniqueKeysWithValues: (0..<40).map { ("tag\($0)", Line(price: -1)) })
        let pointers = violations(Order(id: "a", quantity: 1, tags: tags)).map { $0.prefix { $0 != " " } }
        #expect(pointers == tags.keys.sorted().map { "/tags/\($0)/price" })
    }

    @Test func constraintsThatCannotBeReadAreReported() {
        #expect(violations(Broken()).first?.contains("cannot be checked") == true)
    }
}

private struct Order: ObjectModel {
    var id: String
    var quantity: Int
    var note: String?
    var password: String?
    var lines: [Line]?
    var created: DateTime?
    var tags: [String: Line]?
    var isProduction: Bool?

    init(
        id: String, quantity: Int, note: String? = nil, password: String? = nil, lines: [Line]? = nil,
        created: DateTime? = nil, tags: [String: Line]? = nil, isProduction: Bool? = nil
    ) {
        self.id = id
        self.quantity = quantity
        self.note = note
        self.password = password
        self.lines = lines
        self.created = created
        self.tags = tags
        self.isProduction = isProduction
    }

    static let table = ObjectTable(
        of: Self.self, "id quantity note? password? lines? created? tags? isProduction?",
        [
            String.self, Int.self, String?.self, String?.self, [Line]?.self, DateTime?.self, [String: Line]?.self,
            Bool?.self,
        ],
        constraints: #"""
            {"properties":{"id":{"pattern":"^[a-z0-9]+$"},"quantity":{"minimum":1,"maximum":100},"note":{"maxLength":10},
            "password":{"minLength":8,"format":"password"}},
            "not":{"required":["note","isProduction"],"properties":{"isProduction":{"const":true}}},
            "x-apus-message":{"not":"a noted order cannot be for production"}}
            """#)
}

private struct Line: ObjectModel {
    var price: Double
    var parent: Indirect<Order?>

    init(price: Double, parent: Order? = nil) {
        self.price = price
        self.parent = Indirect(wrappedValue: parent)
    }

    static let table = ObjectTable(
        of: Self.self, "price parent?", [Double.self, Indirect<Order?>.self],
        constraints: #"{"properties":{"price":{"multipleOf":0.1,"minimum":0}}}"#)
}

private struct Unchecked: ObjectModel {
    var name: String
    static let table = ObjectTable(of: Self.self, "name", [String.self])
}

private struct Present: ObjectModel {
    var a: Presence<String>
    static let table = ObjectTable(
        of: Self.self, "a?~", [Presence<String>.self],
        constraints: #"{"required":["a"],"properties":{"a":{"type":"string"}}}"#)
}

private struct Envelope: ObjectModel {
    var content: JSONValue
    static let table = ObjectTable(
        of: Self.self, "content", [JSONValue.self], references: [Line.self],
        constraints: ##"{"properties":{"content":{"$ref":"#/Line"}}}"##)
}

private struct Secrets: ObjectModel {
    var account: JSONValue
    var keys: [String]
    var line: Line
    static let table = ObjectTable(
        of: Self.self, "account keys line", [JSONValue.self, [String].self, Line.self], references: [Line.self],
        constraints: ##"""
            {"properties":{"account":{"writeOnly":true,"$ref":"#/Line"},
            "keys":{"items":{"format":"password","minLength":8}},"line":{"writeOnly":true}}}
            """##)
}

private struct Spelled: ObjectModel {
    var map: [String: Int]
    var tag: String
    var tags: [String]
    static let table = ObjectTable(
        of: Self.self, "map tag tags", [[String: Int].self, String.self, [String].self],
        constraints: #"""
            {"properties":{"map":{"required":["\u00e9"]},"tag":{"enum":["a","\u00e9"],"const":"\u00e9"},
            "tags":{"uniqueItems":true}}}
            """#)
}

private enum Accented: OpenEnum {
    case accented
    case unrecognized(String)

    static let allCases: [Accented] = [.accented]

    var rawValue: String {
        switch self {
        case .accented: "\u{E9}"
        case .unrecognized(let rawValue): rawValue
        }
    }
}

private struct Broken: ObjectModel {
    static let table = ObjectTable(of: Self.self, "", [], constraints: #"{"pattern":"("}"#)
}

private indirect enum Either: UnionModel {
    case line(Line)
    case order(Order)

    static let unionTable = UnionTable(
        of: Self.self, "line order", #"{"keys":[["price","line"],["id","order"]]}"#, [Line.self, Order.self])

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .line(try reader.decode())
        default: self = .order(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .line(let value): visitor.visit(value, variant: 0)
        case .order(let value): visitor.visit(value, variant: 1)
        }
    }
}
