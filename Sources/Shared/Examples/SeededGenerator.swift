/// Random numbers that are the same for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// Numbers for one purpose. Different texts lead to different numbers of the same seed.
    package init(seed: UInt64, for text: String) {
        // FNV-1a, because the hashes of Swift differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = hash ^ seed &* 0x9E37_79B9_7F4A_7C15
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// Returns a number from zero up to, but not including, `count`.
    package mutating func index(_ count: Int) -> Int { count <= 1 ? 0 : Int(next() % UInt64(count)) }

    /// Returns the text of a UUID.
    package mutating func uuid() -> String {
        var text = ""
        for position in 0..<36 {
            switch position {
            case 8, 13, 18, 23: text += "-"
            case 14: text += "4"
            case 19: text += ["8", "9", "a", "b"][index(4)]
            default: text += String(index(16), radix: 16)
            }
        }
        return text
    }
}
