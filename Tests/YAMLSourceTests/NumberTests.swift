import ApusYAMLSource
import Testing

/// Numbers in JSON's form, digit by digit, and YAML 1.2's reading of texts that resemble numbers.
struct NumberTests {
    @Test(arguments: [
        ("0x10", "16"), ("0o17", "15"), ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
        ("0x1000000000000000000000000", "79228162514264337593543950336"),
        ("0o7777777777777777777777777", "37778931862957161709567"),
        ("0x0", "0"), ("0x3B9ACA00", "1000000000"), ("+5", "5"), ("-007", "-7"), (".5", "0.5"), ("-.5e3", "-0.5e3"),
        ("1.", "1.0"), ("1.e5", "1.0e5"), ("12345678901234567890.10", "12345678901234567890.10"), ("0", "0"),
        ("00", "0"),
    ])
    func jsonNumber(_ text: String, _ number: String) throws {
        #expect(try #require(parsed("a: \(text)").root?["a"]).jsonNumber == number)
    }

    @Test(arguments: [".inf", "-.inf", ".nan", ".NaN"]) func `JSON does not have`(_ text: String) throws {
        #expect(try #require(parsed("a: \(text)").root?["a"]).isJSONNumber == false)
    }

    @Test(
        arguments: [
            ("1_000", "YAML 1.2 does not read `1_000` as a number: write `1000`"),
            ("-1_0.5", "YAML 1.2 does not read `-1_0.5` as a number: write `-10.5`"),
            ("0b101", "YAML 1.2 does not read `0b101` as a number: write `5`"),
            ("1:30", "YAML 1.2 does not read `1:30` as a number"),
            ("no", "YAML 1.2 does not read `no` as a boolean: write `false`"),
            ("Yes", "YAML 1.2 does not read `Yes` as a boolean: write `true`"),
            ("ON", "YAML 1.2 does not read `ON` as a boolean: write `true`"),
            ("'no'", nil), ("maybe", nil), ("1.2.3", nil), ("2024-01-31", nil), ("5", nil),
        ] as [(String, String?)])
    func readingHelp(_ text: String, _ help: String?) throws {
        #expect(try #require(parsed("a: \(text)").root?["a"]).readingHelp == help)
    }
}
