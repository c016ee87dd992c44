import ApusRuntime
import Foundation
import TestSupport
import Testing

/// The decoder accepts the same texts as Foundation.
@Suite struct DifferentialTests {
    private static let seeds = [
        #"{"a":[1,-0.5e+10,true,false,null,"x"],"b":{"c":"\u00e9\n\"\\\/","d":[]},"e":{}}"#,
        #"[[[]],{"k":[{"k":0}]},"日本 😀",1234567890123456789,0.1,1e5,"\ud83d\ude00"]"#,
        "  [ 1 , 2 ]\r\n\t", "\"text\"", "-12.5", "null",
    ]

    private static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", "-", ".", "e", "+", "t", "true", "nul", " ", "\n", "\t",
        "\u{1}", "\\u", "\\ud800", "\\u12", "\u{7F}", "é", "\u{FEFF}", "/",
    ]

    @Test func acceptance() throws {
        var generator = SeededGenerator(seed: 5)
        var options = JSONDecodingOptions()
        options.duplicateMembers = .lastWins
        var accepted = 0
        for round in 0..<20_000 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: 0...bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator)!.utf8, at: index)
                case 1: if index < bytes.count { bytes.remove(at: index) }
                case 2: if index < bytes.count { bytes[index] = UInt8.random(in: 1...255, using: &generator) }
                default: bytes.removeSubrange(index..<min(bytes.count, index + 4))
                }
            }
            let isOurs = (try? JSON.decode(JSONValue.self, from: bytes, options: options)) != nil
            let isTheirs =
                (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
            if isOurs { accepted += 1 }
            if isOurs != isTheirs, !Self.isKnownDifference(bytes) {
                Issue.record(
                    "\(isOurs ? "only here" : "only there"): \(String(decoding: bytes, as: UTF8.self)) \(bytes)")
            }
        }
        #expect(accepted > 1000)
    }

    /// Foundation skips a byte order mark, accepts a trailing comma, and rejects numbers beyond the range of `Double`.
    private static func isKnownDifference(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
        return String(decoding: bytes, as: UTF8.self).contains(/,\s*[\]}]|[eE][+]?[0-9]{3,}/)
    }
}
