/// Returns whether the code point at an index is allowed in an international label (RFC 5892).
func isAllowed(at index: Int, in label: [Unicode.Scalar]) -> Bool {
    let scalar = label[index]
    switch scalar.value {
    // Section 2.6: exceptions.
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    // Appendix A: contextual rules.
    case 0x200C: return isAfterVirama(index, label) || joins(index, label)
    case 0x200D: return isAfterVirama(index, label)
    case 0xB7: return index > 0 && index + 1 < label.count && label[index - 1] == "l" && label[index + 1] == "l"
    case 0x375: return index + 1 < label.count && Script.greek.contains(label[index + 1])
    case 0x5F3, 0x5F4: return index > 0 && Script.hebrew.contains(label[index - 1])
    case 0x30FB:
        return label.contains {
            Script.hiragana.contains($0) || Script.katakana.contains($0) || Script.han.contains($0)
        }
    case 0x660...0x669: return !label.contains { 0x6F0...0x6F9 ~= $0.value }
    case 0x6F0...0x6F9: return !label.contains { 0x660...0x669 ~= $0.value }
    case 0x2D, 0x30...0x39, 0x61...0x7A: return true
    // Old Hangul Jamo, combining marks for symbols, and musical symbols.
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0x20D0...0x20FF, 0x1D100...0x1D24F: return false
    default: break
    }
    let properties = scalar.properties
    if properties.changesWhenNFKCCaseFolded || properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || properties.isNoncharacterCodePoint
    {
        return false
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
        .spacingMark:
        return true
    default: return false
    }
}

private func isAfterVirama(_ index: Int, _ label: [Unicode.Scalar]) -> Bool {
    index > 0 && label[index - 1].properties.canonicalCombiningClass == .virama
}

/// Returns whether a zero-width non-joiner is between letters that would join (RFC 5892, appendix A.1).
private func joins(_ index: Int, _ label: [Unicode.Scalar]) -> Bool {
    let before = label[..<index].last { !$0.isTransparent }
    let after = label[(index + 1)...].first { !$0.isTransparent }
    guard let before, let after else { return false }
    return Script.dualJoining.contains(before)
        && (Script.dualJoining.contains(after) || Script.rightJoining.contains(after))
}

extension Unicode.Scalar {
    fileprivate var isTransparent: Bool {
        let category = properties.generalCategory
        return category == .nonspacingMark || category == .enclosingMark || category == .format && value != 0x200C
    }
}

/// The code points of a script that occur in host names.
private struct Script {
    let ranges: [ClosedRange<UInt32>]

    func contains(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0 ~= scalar.value } }

    static let greek = Script(ranges: [
        0x370...0x373, 0x375...0x377, 0x37A...0x37D, 0x384...0x3E1, 0x3F0...0x3FF, 0x1F00...0x1FFE,
    ])
    static let hebrew = Script(ranges: [0x591...0x5F4, 0xFB1D...0xFB4F])
    static let hiragana = Script(ranges: [0x3041...0x3096, 0x309D...0x309F, 0x1B001...0x1B11F])
    static let katakana = Script(ranges: [0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF])
    static let han = Script(ranges: [
        0x2E80...0x2FD5, 0x3005...0x3005, 0x3007...0x3007, 0x3021...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xF900...0xFAD9, 0x20000...0x323AF,
    ])
    /// Arabic and Syriac letters that join on both sides.
    static let dualJoining = Script(ranges: [
        0x620...0x620, 0x626...0x626, 0x628...0x628, 0x62A...0x62E, 0x633...0x63F, 0x641...0x647, 0x649...0x64A,
        0x66E...0x66F, 0x678...0x687, 0x69A...0x6BF, 0x6C1...0x6C2, 0x6CC...0x6CC, 0x6CE...0x6CE, 0x6D0...0x6D1,
        0x6FA...0x6FC, 0x6FF...0x6FF, 0x712...0x714, 0x71A...0x71D, 0x71F...0x727, 0x729...0x729, 0x72B...0x72B,
        0x72D...0x72E, 0x750...0x758, 0x75C...0x76A, 0x76D...0x770,
    ])
    /// Arabic and Syriac letters that join on the right only.
    static let rightJoining = Script(ranges: [
        0x622...0x625, 0x627...0x627, 0x629...0x629, 0x62F...0x632, 0x648...0x648, 0x671...0x673, 0x675...0x677,
        0x688...0x699, 0x6C0...0x6C0, 0x6C3...0x6CB, 0x6CD...0x6CD, 0x6CF...0x6CF, 0x6D2...0x6D3, 0x6D5...0x6D5,
        0x6EE...0x6EF, 0x710...0x710, 0x715...0x719, 0x71E...0x71E, 0x728...0x728, 0x72A...0x72A, 0x72C...0x72C,
        0x72F...0x72F, 0x759...0x75B, 0x76B...0x76C, 0x771...0x771,
    ])
}
