import Testing

@testable import ApusModels

@Suite struct UUIDTextTests {
    @Test func textIsLowerCaseAndSurvives() {
        for _ in 0..<1000 {
            let id = UUID()
            #expect(id.lowercaseText == id.uuidString.lowercased())
            #expect(withUTF8(of: id.lowercaseText) { UUID(utf8: $0) } == id)
            #expect(withUTF8(of: id.uuidString) { UUID(utf8: $0) } == id)
        }
    }

    @Test(arguments: [
        "2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380",
        "2eb8aa08-aa98-11ea-b4aa73b441d16380-", "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
    ])
    func otherTextsAreRefused(_ text: String) {
        #expect(withUTF8(of: text) { UUID(utf8: $0) } == nil)
    }

    /// Digits are checked eight at a time. Any other byte is found at any position.
    @Test func bytesThatAreNoDigitsAreRefused() {
        let text = Array("2eb8aa08-AA98-11ea-b4Fa-73b441d16380".utf8)
        for index in text.indices {
            for byte in UInt8.min ... .max {
                var changed = text
                changed[index] = byte
                let isHyphen = text[index] == UInt8(ascii: "-")
                let isValid = isHyphen ? byte == text[index] : byte.hexadecimalValue != nil
                let id = changed.withUnsafeBufferPointer { UUID(utf8: $0) }
                #expect((id != nil) == isValid)
                #expect(id == nil || id?.lowercaseText == String(decoding: changed, as: UTF8.self).lowercased())
            }
        }
    }
}
