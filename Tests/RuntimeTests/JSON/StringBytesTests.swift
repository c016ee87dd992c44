import ApusRuntime
import Testing

/// Strings are read and written eight bytes at a time, so each character is tested at each position in a word.
@Suite struct StringBytesTests {
    private static let characters = ["\"", "\\", "\n", "\u{1F}", "\u{0}", "é", "€", "😀", "x"]

    @Test(arguments: characters) func charactersAtAllPlaces(_ character: String) throws {
        for before in 0...17 {
            for after in 0...17 {
                let text = String(repeating: "b", count: before) + character + String(repeating: "a", count: after)
                let json = try encoded(text)
                #expect(try decoded(String.self, json) == text)
                #expect(try decoded([String: String].self, "{\(json):\(json),\"\":\(json)}") == [text: text, "": text])
            }
        }
    }

    /// Bytes are compared by subtraction. A borrow must not affect the next byte.
    @Test func neighborsInAWord() throws {
        let scalars: [UInt8] = [
            0, 1, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7E, 0x7F, 0x80, 0xA0, 0xA2, 0xDC, 0xFF,
        ]
        for first in scalars {
            for second in scalars {
                for before in 0..<8 {
                    let pair = String(Unicode.Scalar(first)) + String(Unicode.Scalar(second))
                    let text = String(repeating: "b", count: before) + pair + "aaaaaaa"
                    #expect(try decoded(String.self, encoded(text)) == text)
                    let isPlain = [first, second].allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
                    #expect((try? decoded(String.self, "\"\(text)\"")) == (isPlain ? text : nil) || first == 0x5C)
                }
            }
        }
    }

    /// Compares the check of UTF-8 with that of the standard library.
    @Test func utf8IsChecked() {
        var generator = SystemRandomNumberGenerator()
        let bytes: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
            0xF5,
        ]
        for _ in 0..<50_000 {
            let padding = [UInt8](repeating: 0x61, count: Int.random(in: 0...9, using: &generator))
            let content = padding + (0..<5).map { _ in bytes.randomElement(using: &generator)! } + padding
            let text = [0x22] + content + [0x22]
            #expect((try? JSON.decode(String.self, from: text)) == validated(content), "\(content)")
        }
    }

    private func validated(_ bytes: [UInt8]) -> String? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var text = ""
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): text.unicodeScalars.append(scalar)
            case .emptyInput: return text
            case .error: return nil
            }
        }
    }

    @Test(arguments: ["\u{1}", "\t"]) func controlCharactersAtAllPlaces(_ character: String) throws {
        for before in 0...17 {
            let text = "\"" + String(repeating: "b", count: before) + character + "aaaaaaaaaaaaa\""
            expectError(String.self, text, .syntax, "", offset: before + 1)
        }
    }
}
