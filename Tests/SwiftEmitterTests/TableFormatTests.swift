import ApusAPIModel
import ApusFormat
import Testing

@testable import ApusClient
@testable import ApusModels
@testable import ApusSwiftEmitter

/// What the emitter writes into tables, read by the runtime.
struct TableFormatTests {
    private static let names = [
        "id", "log_stream_id", "a/b", "$ref", "@type", "x:y", "two words", "quote\"", "back\\slash", "späti", "?", "~",
        "=",
        "!", "*", "<id", "^", "", "line\nbreak", "\u{1}",
    ]

    @Test(arguments: [false, true], [false, true]) func members(mayBeAbsent: Bool, mayBeNull: Bool) throws {
        var text = MemberListText()
        for name in Self.names { text.add(name, mayBeAbsent: mayBeAbsent, mayBeNull: mayBeNull) }
        let list = try memberList(text)
        #expect(list.entries.map(\.name) == Self.names)
        #expect(list.entries.allSatisfy { $0.mayBeAbsent == mayBeAbsent && $0.isNullable == mayBeNull })
        #expect(list.entries.allSatisfy { $0.constant == nil })
        #expect(list.otherMembers == .skipped && list.otherDirection == [] && list.wireStates == 0)
    }

    @Test func constants() throws {
        let constants: [JSONLiteral] = [
            .null, .bool(true), .number("-1.5e3"), .string("a b ~ \" \\ \n"), .array([.number("1"), .string("]")]),
            .object([.init("a b", .string("}"))]),
        ]
        var text = MemberListText()
        for (name, constant) in zip(Self.names, constants) {
            text.add(name, constant: constant, mayBeAbsent: constant == .null)
        }
        let entries = try memberList(text).entries
        #expect(entries.map { $0.constant.map { String(decoding: $0, as: UTF8.self) } } == constants.map(\.json))
        #expect(entries.map(\.mayBeAbsent) == constants.map { $0 == .null })
    }

    @Test func otherMembers() throws {
        var overlap = ObjectShape(properties: [], additionalProperties: .kept(.of(.any)))
        overlap.isPartOfOverlap = true
        let forms: [(ObjectShape, MemberList.OtherMembers)] = [
            (ObjectShape(properties: []), .skipped),
            (ObjectShape(properties: [], additionalProperties: .forbidden), .unrecognized),
            (ObjectShape(properties: [], additionalProperties: .kept(.of(.any))), .kept), (overlap, .overlap),
        ]
        for (written, read) in forms {
            var text = MemberListText()
            text.add("id")
            text.addOtherMembers(of: written)
            for name in Self.names { text.add(memberOfOtherDirection: name) }
            text.addWireState()
            text.addWireState()
            let list = try memberList(text)
            #expect(list.entries.map(\.name) == ["id"])
            #expect(list.otherMembers == read)
            #expect(list.otherDirection == Self.names)
            #expect(list.wireStates == 2)
        }
    }

    @Test func plans() throws {
        let plan = Discrimination.kind([
            .init(.null, .variant(0)), .init(.boolean, .trial([2, 0])), .init(.integer, .variant(1)),
            .init(
                .number, .value([.init(.string("x"), .variant(2)), .init(.number("1.5"), .variant(1))], otherwise: nil)),
            .init(.string, .value([.init(.null, .variant(0))], otherwise: .variant(2))),
            .init(.array, .element(.variant(2), empty: 1)),
            .init(
                .object,
                .property(
                    "type", [.init(.string("a"), .variant(0)), .init(.bool(true), .variant(1))],
                    otherwise: .presence([.init("late", .variant(1))], otherwise: .variant(0)), absent: .trial([1]))),
        ])
        let names = ["first", "default", "two words"]
        let json = try JSON.decode(JSONValue.self, from: Array(plan.literal(names).json.utf8))
        #expect(text(of: try UnionPlanReader(variants: names).plan(json)) == text(of: plan))
    }

    @Test(arguments: [
        "0", "\"third\"", "{}", "{\"try\":[1]}", "{\"try\":[\"third\"]}", "{\"kinds\":{\"text\":\"first\"}}",
        "{\"keys\":[[\"a\"]]}", "{\"property\":\"a\",\"values\":[[\"a\",\"third\"]]}",
        "{\"element\":\"first\",\"empty\":0}",
    ])
    func malformedPlans(_ text: String) throws {
        let json = try JSON.decode(JSONValue.self, from: Array(text.utf8))
        #expect(throws: UnionPlanReader.Malformed.self) {
            try UnionPlanReader(variants: ["first", "second"]).plan(json)
        }
    }

    @Test func references() {
        #expect(TypeReference.name(in: TypeReference.text("Node")) == "Node")
        #expect(TypeReference.name(in: "other.json#/Node") == nil)
    }

    @Test func encodings() throws {
        let written = [
            PropertyEncoding(property: "type", contentType: "image/png"),
            PropertyEncoding(property: "style", style: .pipeDelimited, explode: false, allowReserved: true),
        ]
        let json = JSONLiteral.object(written.map { .init($0.property, $0.literal) }).json
        let read = try MemberEncodings(reading: Array(json.utf8), style: nil)
        #expect(read.encoding(of: "type", .null).contentType == "image/png")
        let style = read.encoding(of: "style", .null)
        #expect(style.style == .pipeDelimited && style.explode == false && style.allowReserved)
    }

    @Test func styles() {
        let styles: [Parameter.Style] = [
            .matrix, .label, .simple, .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie,
        ]
        for style in styles { #expect(ParameterStyle(rawValue: style.rawValue) != nil, "\(style)") }
    }

    private func memberList(_ text: MemberListText) throws -> MemberList {
        let bytes = Array(text.items.joined(separator: " ").utf8)
        return try bytes.withUnsafeBufferPointer { try MemberList(reading: $0) }
    }

    /// A plan in one notation for both sides.
    private func text(of plan: Discrimination) -> String {
        func list<Key>(_ branches: [Discrimination.Branch<Key>], _ text: (Key) -> String) -> String {
            branches.map { "\(text($0.key)): \(self.text(of: $0.plan))" }.joined(separator: ", ")
        }
        func optional(_ plan: Discrimination?) -> String { plan.map { text(of: $0) } ?? "none" }
        return switch plan {
        case .variant(let variant): "\(variant)"
        case .trial(let variants): "try \(variants)"
        case .kind(let branches): "kinds(\(list(branches) { $0.rawValue }))"
        case .property(let name, let branches, let otherwise, let absent):
            "property(\(name), \(list(branches, \.json)), \(optional(otherwise)), \(optional(absent ?? otherwise)))"
        case .presence(let branches, let otherwise): "keys(\(list(branches) { $0 }), \(optional(otherwise)))"
        case .value(let branches, let otherwise): "values(\(list(branches, \.json)), \(optional(otherwise)))"
        case .element(let plan, let empty): "element(\(text(of: plan)), \(empty))"
        }
    }

    private func text(of plan: UnionPlan) -> String {
        func list(_ values: UnionValues) -> String {
            (values.texts.map { ("\"\($0.utf8.text)\"", $0.plan) } + values.others.map { ($0.value.text, $0.plan) })
                .map { "\($0): \(self.text(of: $1))" }.joined(separator: ", ")
        }
        func optional(_ plan: UnionPlan?) -> String { plan.map { text(of: $0) } ?? "none" }
        switch plan {
        case .variant(let variant): return "\(variant)"
        case .trial(let variants): return "try \(variants)"
        case .kinds(let kinds):
            let plans = [
                ("null", kinds.null), ("boolean", kinds.boolean), ("integer", kinds.integer),
                ("number", kinds.otherNumber),
                ("string", kinds.string), ("array", kinds.array), ("object", kinds.object),
            ]
            return
                "kinds(\(plans.compactMap { name, plan in plan.map { "\(name): \(text(of: $0))" } }.joined(separator: ", ")))"
        case .property(let discriminator, let otherwise, let absent):
            return """
                property(\(discriminator.name.text), \(list(discriminator.values)), \(optional(otherwise)), \(optional(absent)))
                """
        case .keys(let keys, let otherwise):
            let list = keys.map { "\($0.name.text): \(text(of: $0.plan))" }.joined(separator: ", ")
            return "keys(\(list), \(optional(otherwise)))"
        case .values(let values, let otherwise): return "values(\(list(values)), \(optional(otherwise)))"
        case .element(let plan, let empty): return "element(\(text(of: plan)), \(empty ?? -1))"
        }
    }
}

extension Member.Bytes {
    fileprivate var text: String { String(decoding: buffer, as: UTF8.self) }
}
