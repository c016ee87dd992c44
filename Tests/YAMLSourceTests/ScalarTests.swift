import ApusYAMLSource
import Testing

/// The core schema of YAML 1.2 (section 10.3.2).
struct ScalarTests {
    @Test(arguments: [
        ("~", Node.Kind.null), ("null", .null), ("Null", .null), ("NULL", .null), ("nUll", .string), ("nil", .string),
        ("true", .boolean), ("True", .boolean), ("FALSE", .boolean), ("tRUE", .string), ("no", .string),
        ("on", .string), ("yes", .string), ("Off", .string), ("y", .string),
        ("0", .integer), ("-12", .integer), ("+12", .integer), ("007", .integer), ("0o14", .integer),
        ("0x1F", .integer), ("0o8", .string), ("0xg", .string), ("0b1", .string), ("1_000", .string), ("-x", .string),
        ("1.", .number), (".5", .number), ("-.5e-3", .number), ("1e3", .number), ("3.10", .number), (".", .string),
        ("1e", .string), ("1.2.3", .string), (".inf", .number), ("-.INF", .number), (".nan", .number),
        (".NaN", .number), ("-.nan", .string), ("inf", .string), ("2024-01-31", .string), ("12:30:45", .string),
        ("'1'", .string), ("\"true\"", .string), ("!!str 1", .string), ("!!int '1'", .integer),
        ("!!float 1", .number), ("! 1", .string),
    ])
    func kind(text: String, kind: Node.Kind) throws {
        #expect(try #require(parsed("a: \(text)").root?["a"]).kind == kind)
    }

    @Test(arguments: [
        ("1", true), ("0x1F", true), ("1.0", true), ("1e3", true), ("-2.50e1", true), ("-0.0", true), ("1.5", false),
        ("1e-3", false), ("4503599627370495.5", false), ("9007199254740993.0", true), ("-1e300", true), ("1e999", true),
        (".inf", false), (".nan", false), ("!!float nan", false), ("'1'", false), ("true", false),
    ])
    func isInteger(text: String, isInteger: Bool) throws {
        #expect(try #require(parsed("a: \(text)").root?["a"]).isInteger == isInteger)
    }

    @Test func contentKeepsItsSpelling() {
        let root = parsed("version: 3.10\nempty:\nquoted: 'it''s'\nblock: |\n  a\n  b\nyes: True").root
        #expect(root?["version"]?.text == "3.10")
        #expect(root?["empty"]?.kind == .null)
        #expect(root?["quoted"]?.string == "it's")
        #expect(root?["block"]?.string == "a\nb\n")
        #expect(root?["yes"]?.boolean == true)
        #expect(root?["version"]?.string == nil)
        #expect(root?["missing"] == nil)
    }

    @Test func keysThatAreNoStringsAreTheirSpelling() {
        let root = parsed("200: ok\ntrue: x\n1.0: y\n'404': z").root
        #expect(root?.entries.map(\.key) == ["200", "true", "1.0", "404"])
        #expect(root?["200"]?.text == "ok")
    }

    @Test func tagsThatDoNotFitAreErrors() {
        #expect(codes("a: !!int x") == ["E0125"])
        #expect(codes("a: !!map x") == ["E0125"])
        #expect(codes("a: !!str [x]") == ["E0125"])
        #expect(codes("a: !custom x\nb: !custom {}") == ["E0126", "E0126"])
    }
}
