import ApusRuntime
import TestSupport
import Testing

@Suite struct ScalarTests {
    @Test func integers() throws {
        #expect(try decoded(Int.self, "9223372036854775807") == .max)
        #expect(try decoded(Int.self, "-9223372036854775808") == .min)
        #expect(try decoded(UInt64.self, "18446744073709551615") == .max)
        for (text, value) in [
            ("1.0", 1), ("1e2", 100), ("-0", 0), ("12.50e1", 125), ("100e-2", 1), ("0e999999999999999", 0), ("0.0", 0),
        ] {
            #expect(try decoded(Int.self, text) == value)
        }
        expectError(Int.self, "9223372036854775808", .invalidValue, "", offset: 0)
        expectError(Int.self, "-9223372036854775809", .invalidValue, "")
        expectError(UInt64.self, "18446744073709551616", .invalidValue, "")
        expectError(UInt64.self, "-1", .invalidValue, "")
        expectError(Int.self, "1e400", .invalidValue, "")
        expectError(Int.self, "1e99999999999999999999999", .invalidValue, "")
        expectError(Int.self, "0.5", .mismatch, "")
        expectError(Int.self, "1e-1", .mismatch, "")
        expectError(Int.self, "01", .syntax, "")
        expectError(Int.self, "-", .syntax, "")
        expectError(Int.self, "+1", .syntax, "")
        expectError(Int.self, "\"1\"", .mismatch, "")
        expectError(Int.self, "1 1", .syntax, "", offset: 2)
    }

    @Test func floats() throws {
        for text in [
            "0.1", "1.5e300", "5e-324", "1.7976931348623157e308", "123456789012345680", "0.30000000000000004",
            "2.2250738585072011e-308", "-0.0", "1E1", "9007199254740993", "0.000000000000000000000000000001",
        ] {
            #expect(try decoded(Double.self, text).bitPattern == Double(text)!.bitPattern, "\(text)")
            #expect(try decoded(Float.self, "0.1") == 0.1)
        }
        #expect(try decoded(Double.self, "1e-999") == 0)
        expectError(Double.self, "1E400", .invalidValue, "")
        expectError(Double.self, "-1E400", .invalidValue, "")
        expectError(Float.self, "1e39", .invalidValue, "")
        for text in ["1.", ".5", "1e", "1e+", "00", "-00.1", "0x1", "1.e1", "NaN", "Infinity", "--1", ""] {
            expectError(Double.self, text, .syntax, "")
        }
    }

    @Test func floatsAsText() throws {
        for (value, text) in [
            (1.0, "1"), (-0.0, "-0"), (0.1, "0.1"), (1e21, "1e+21"), (123_456_789, "123456789"),
            (1e15, "1000000000000000"),
        ] {
            #expect(try encoded(value) == text)
        }
        #expect(try encoded(Float(0.1)) == "0.1")
        #expect(try encoded([Float(3)]) == "[3]")
        #expect(try encoded([UInt64.max]) == "[18446744073709551615]")
        #expect(try encoded([Int.min, 0, 9, 10, 99, 100]) == "[-9223372036854775808,0,9,10,99,100]")
    }

    /// The writer for numbers with few digits has the same output as the standard library.
    @Test func decimalsOfAnyLength() throws {
        var generator = SystemRandomNumberGenerator()
        for digits in 0...9 {
            var scale = 1.0
            for _ in 0..<digits { scale *= 10 }
            for _ in 0..<500 {
                let value = Double(Int.random(in: -2_000_000_000...2_000_000_000, using: &generator)) / scale
                let text = value.description
                #expect(try encoded(value) == (text.hasSuffix(".0") ? String(text.dropLast(2)) : text))
            }
        }
        for value in [0.001, 0.000_999_999, 0.1 + 0.2, 999_999_999.999_999, 999_999_999.999_999_9, 1e9 + 0.5, 1 / 3.0] {
            #expect(try encoded(value) == value.description)
        }
    }

    @Test func randomFloats() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(try decoded(Double.self, encoded(value)).bitPattern == value.bitPattern)
        }
    }

    @Test func strings() throws {
        #expect(try decoded(String.self, #""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#) == "\"\\/\u{8}\u{c}\n\r\té😀")
        #expect(try encoded("\"\\/\u{8}\u{c}\n\r\té😀\u{1f}\u{7f}") == "\"\\\"\\\\/\\b\\f\\n\\r\\té😀\\u001f\u{7f}\"")
        for length in 0..<40 {
            for special in ["", "\"", "\n", "é", "😀", "\\"] {
                let string = String(repeating: "x", count: length) + special + String(repeating: "y", count: length % 9)
                #expect(try decoded(String.self, encoded(string)) == string)
            }
        }
        for text in [
            #""\ud800""#, #""\ud800x""#, #""\udc00""#, #""\ud800\u0041""#, #""\x""#, #""\u12g4""#, #"""#, "\"\n\"",
            "\"a", #""\u""#,
        ] {
            expectError(String.self, text, .syntax, "")
        }
    }

    @Test func invalidUTF8() {
        let sequences: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98],
        ]
        for sequence in sequences {
            for padding in 0..<12 {
                for escape in ["", "\\n"] {
                    let text =
                        Array("\"\(String(repeating: "a", count: padding))".utf8) + sequence
                        + Array("b\(escape)\"".utf8)
                    #expect(throws: JSONError.self) { try JSON.decode(String.self, from: text) }
                    #expect(throws: JSONError.self) {
                        try JSON.decode(JSONValue.self, from: [0x7B] + text + Array(":1}".utf8))
                    }
                    #expect(throws: JSONError.self) {
                        try JSON.decode(Cat.self, from: Array("{\"name\":\"\",\"x\":".utf8) + text + [0x7D])
                    }
                }
            }
        }
    }

    @Test func limits() throws {
        let deep = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        _ = try decoded(JSONValue.self, deep)
        expectError(JSONValue.self, "[" + deep + "]", .limit, String(repeating: "/0", count: 256))
        expectError(Cat.self, #"{"x":["# + deep, .limit, "")
        expectError(
            JSONValue.self, String(repeating: "{\"a\":", count: 100_000), .limit, String(repeating: "/a", count: 256))
        var options = JSONDecodingOptions()
        options.maximumBytes = 3
        #expect(try decoded(Int.self, "123", options: options) == 123)
        #expect(throws: JSONError.self) { try decoded(Int.self, "1234", options: options) }
    }
}
