import Testing

@testable import ApusModels

@Suite struct Base64DataTests {
    // The test vectors of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func vectors(_ plain: String, _ base64: String) {
        #expect(Base64Data([UInt8](plain.utf8)).description == base64)
        #expect(Base64Data(base64: base64)?.bytes == [UInt8](plain.utf8))
    }

    @Test func allBytesSurvive() {
        for count in 0..<260 {
            let value = Base64Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167) })
            #expect(Base64Data(base64: value.description) == value)
        }
    }

    @Test(arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "=", "Zm9v\n", "Zm-_", "Zg==Zg==", "Zm 9v"])
    func otherTextsAreRefused(_ text: String) {
        #expect(Base64Data(base64: text) == nil)
    }
}
