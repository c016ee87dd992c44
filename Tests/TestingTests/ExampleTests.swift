import ApusRuntime
import ApusTesting
import Testing

/// Examples of types that the user writes, and of those in the runtime.
@Suite struct ExampleTests {
    @Test(
        arguments: [
            Price.self, Money.self, Percentage.self, MultipartFile.self, [String: Money].self, [[Percentage]].self,
            Int8.self, UInt64.self, Float.self, Decimal.self, JSONDecimal.self, JSONValue.self, JSONNull.self,
            DateTime.self, CalendarDate.self, Base64Data.self, URL.self, UUID.self, String?.self,
        ] as [any JSONCodable.Type])
    func examplesAreValid(_ type: any JSONCodable.Type) throws {
        func check<Value: JSONCodable>(_ type: Value.Type) throws {
            for seed in UInt64(0)..<50 {
                let value = try Value.example(seed: seed)
                try value.validate()
                #expect(try JSON.decode(Value.self, from: JSON.encode(value)) == value)
            }
        }
        try check(type)
    }

    @Test func manyRulesAreMet() throws {
        for seed in UInt64(0)..<20 {
            let spans = try Spans.example(seed: seed)
            #expect(spans.spans.count == 12 && spans.spans.allSatisfy { $0.first < $0.last })
        }
    }

    @Test func aTypeWithoutValuesIsReported() {
        let bid = #expect(throws: ExampleError.self) { try Bid.example(seed: 3) }
        #expect(bid?.type == "Bid" && bid?.pointer == "/secret" && bid?.violations.isEmpty == true)
        #expect(
            bid?.description == "no example of `Bid` was found, because there seems to be no value of `/secret`")

        let paradox = #expect(throws: ExampleError.self) { try Paradox.example() }
        #expect(paradox?.violations.map(\.message) == ["It cannot be."])
        #expect(
            paradox?.description
                == "no example of `Paradox` was found; the closest has the value: It cannot be. (an object with 1 member)"
        )

        #expect(throws: ExampleError.self) { try JSONNever.example() }
    }
}

private struct Percentage: JSONScalar {
    var value: Double

    init(json reader: inout JSONReader) throws(JSONError) { value = try reader.readDouble() }
    func write(json writer: inout JSONWriter) throws(JSONError) { try writer.write(value) }
}

private struct Money: JSONStringConvertible {
    var cents: Int

    init?(jsonString utf8: UnsafeBufferPointer<UInt8>) {
        let text = unsafe String(decoding: utf8, as: UTF8.self)
        guard let cents = Int(text), "\(cents)" == text else { return nil }
        self.cents = cents
    }

    var jsonString: String { "\(cents)" }
    static var jsonStringFormat: String { "an amount" }
}

/// A text that only its owner can write.
private struct Secret: JSONStringConvertible {
    init?(jsonString utf8: UnsafeBufferPointer<UInt8>) { return nil }
    var jsonString: String { "" }
    static var jsonStringFormat: String { "a secret" }
}

private struct Price: ObjectModel {
    var amount: Money
    var discount: Percentage?

    static let table = ObjectTable(of: Self.self, "amount discount?", [Money.self, Percentage?.self])
}

private struct Bid: ObjectModel {
    var secret: Secret

    static let table = ObjectTable(of: Self.self, "secret", [Secret.self])
}

private struct Span: ObjectModel {
    var first: Int
    var last: Int

    static let table = ObjectTable(
        of: Self.self, "first last", [Int.self, Int.self],
        rules: [ModelRule("first < last", at: "last") { (value: Self) in value.first < value.last }])
}

private struct Spans: ObjectModel {
    var spans: [Span]

    static let table = ObjectTable(
        of: Self.self, "spans", [[Span].self],
        constraints: #"{"properties":{"spans":{"minItems":12,"maxItems":12}}}"#)
}

private struct Paradox: ObjectModel {
    var text: String

    static let table = ObjectTable(
        of: Self.self, "text", [String.self],
        rules: [ModelRule("false", message: "It cannot be.") { (_: Self) in false }])
}
