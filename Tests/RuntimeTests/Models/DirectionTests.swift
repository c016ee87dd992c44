import Testing

@testable import ApusModels

/// Members that belong only to the other direction (`readOnly` and `writeOnly`).
@Suite struct DirectionTests {
    @Test func theyAreKeptAndWritten() throws {
        let open = try decoded(Open.self, #"{"id":{"a":1},"x":2,"name":"n"}"#)
        #expect(open.unrecognizedMembers == ["id": ["a": 1]])
        #expect(try text(open) == #"{"name":"n","id":{"a":1}}"#)
        try open.validate()
        var options = JSONEncodingOptions()
        options.sortsMembers = true
        #expect(
            String(decoding: try JSON.encode(open, options: options), as: UTF8.self) == #"{"id":{"a":1},"name":"n"}"#)
        #expect(try decoded(Open.self, #"{"name":"n"}"#) != open)
    }

    /// The handling of unknown members does not matter.
    @Test func closedObjects() throws {
        let closed = try decoded(Closed.self, #"{"name":"n","id":1,"a b":2}"#)
        #expect(try text(closed) == #"{"name":"n","a b":2,"id":1}"#)
        try closed.validate()
    }

    /// A typed dictionary of additional members keeps those that fit.
    @Test func otherMembersWithAType() throws {
        #expect(try text(decoded(Typed.self, #"{"x":"y","name":"n","id":"i"}"#)) == #"{"name":"n","id":"i","x":"y"}"#)
        #expect(try text(decoded(Typed.self, #"{"id":[1,{"id":2}],"name":"n","x":"y"}"#)) == #"{"name":"n","x":"y"}"#)
        #expect(throws: JSONError.self) { try decoded(Typed.self, #"{"id":[1,],"name":"n"}"#) }
        #expect(throws: JSONError.self) { try decoded(Typed.self, #"{"name":"n","x":1}"#) }
    }

    /// Such members distinguish variants that ignore other members.
    @Test func trial() throws {
        #expect(try decoded(Either.self, #"{"name":"n","id":1}"#) == .open(decoded(Open.self, #"{"name":"n","id":1}"#)))
        #expect(try decoded(Either.self, #"{"name":"n","title":"t"}"#) == .other(Other(name: "n", title: "t")))
    }

    @Test func requestForm() throws {
        let received = Other(name: "n", title: "t")
        let request: Sent = try JSON.requestForm(
            of: received, adding: ["key": "k", "list": [Open(name: "m", unrecognizedMembers: ["id": 1])]])
        #expect(try text(request) == #"{"name":"n","key":"k","list":[{"name":"m"}]}"#)
        // The caller's value takes precedence over one that the server sent by mistake.
        let leaked: JSONValue = ["name": "n", "key": "leaked", "id": 1]
        #expect(try text(JSON.requestForm(of: leaked, adding: ["key": "k"]) as Sent) == #"{"name":"n","key":"k"}"#)
        #expect(
            try text(JSON.requestForm(of: JSONValue.object([:]), adding: ["key": "k", "name": "n"]) as Sent)
                == #"{"name":"n","key":"k"}"#)
        #expect(throws: JSONError.self) { try JSON.requestForm(of: received) as Sent }
    }

    private func decoded<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSON.decode(type, from: Array(json.utf8))
    }

    private func text(_ value: some JSONCodable) throws -> String {
        String(decoding: try JSON.encode(value), as: UTF8.self)
    }
}

private struct Open: ObjectModel {
    var name: String
    var unrecognizedMembers: [String: JSONValue] = [:]

    static let table = ObjectTable(of: Self.self, "name <id", [String.self, [String: JSONValue].self])
}

private struct Closed: ObjectModel {
    var name: String
    var unrecognizedMembers: [String: JSONValue] = [:]

    static let table = ObjectTable(
        of: Self.self, #"name ! <id <"a b""#, [String.self, [String: JSONValue].self])
}

private struct Typed: ObjectModel {
    var name: String
    var additionalProperties: [String: String]

    static let table = ObjectTable(of: Self.self, "name * <id", [String.self, [String: String].self])
}

private struct Other: ObjectModel {
    var name: String
    var title: String?

    static let table = ObjectTable(of: Self.self, "name title?", [String.self, String?.self])
}

private struct Sent: ObjectModel {
    var name: String
    var key: String
    var list: [Open]?
    var unrecognizedMembers: [String: JSONValue] = [:]

    static let table = ObjectTable(
        of: Self.self, "name key list? <id", [String.self, String.self, [Open]?.self, [String: JSONValue].self])
}

private enum Either: UnionModel {
    case open(Open)
    case other(Other)

    static let unionTable = UnionTable(
        of: Self.self, "open other", #"{"try":["open","other"]}"#, [Open.self, Other.self])

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .open(try reader.decode())
        default: self = .other(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .open(let value): visitor.visit(value, variant: 0)
        case .other(let value): visitor.visit(value, variant: 1)
        }
    }
}
