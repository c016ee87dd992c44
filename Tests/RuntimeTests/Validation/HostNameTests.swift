import TestSupport
import Testing

@testable import ApusModels

@Suite struct HostNameTests {
    /// The samples of RFC 3492, section 7.1.
    @Test(arguments: [
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"), ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"), ("-> $1.00 <-", "-> $1.00 <--"), ("ü", "tda"),
    ])
    func punycode(_ text: String, _ encoded: String) {
        #expect(Punycode.encode(Array(text.unicodeScalars)) == Array(encoded.utf8))
        #expect(Punycode.decode(Array(encoded.utf8)[...]) == Array(text.unicodeScalars))
    }

    /// Encoding reverses decoding, and hostile text terminates.
    @Test func punycodeRoundTrips() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.randomElement(using: &generator)!
            }
            guard let scalars = Punycode.decode(bytes[...]), let again = Punycode.encode(scalars) else { continue }
            #expect(Punycode.decode(again[...]) == scalars)
        }
        #expect(Punycode.decode(Array(String(repeating: "9", count: 5000).utf8)[...]) == nil)
    }

    @Test(arguments: ["bücher.example", "XN--BCHER-KVA.example", "例え。テスト", "א1.com"])
    func internationalNames(_ name: String) {
        #expect(StringFormat.idnHostname.accepts(name))
    }

    @Test(arguments: ["", "bü cher", "xn--bcher-kv", "a..b", "1א.com", "\u{200D}", "I♥NY.de"])
    func noInternationalNames(_ name: String) {
        #expect(!StringFormat.idnHostname.accepts(name))
    }
}
