/// The direction of a code point, simplified for host names (Unicode Standard Annex #9).
enum BidiClass {
    case leftToRight, rightToLeft, arabicNumber, europeanNumber, mark, other

    init(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
        case 0x660...0x669, 0x66B, 0x66C, 0x6DD, 0x8E2, 0x10E60...0x10E7E: self = .arabicNumber
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: self = .mark
            case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
                .decimalNumber, .otherSymbol, .otherPunctuation, .letterNumber:
                self = Self.isFromRightToLeft(scalar.value) ? .rightToLeft : .leftToRight
            default: self = .other
            }
        }
    }

    /// Returns whether a code point is in the blocks of Hebrew, Arabic, and related scripts.
    private static func isFromRightToLeft(_ value: UInt32) -> Bool {
        switch value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Whether a code point of this class makes a name bidirectional.
    var isRightToLeft: Bool { self == .rightToLeft || self == .arabicNumber }
}

/// Returns whether a label satisfies the Bidi rule (RFC 5893 §2).
func keepsBidiRule(_ label: [Unicode.Scalar]) -> Bool {
    let classes = label.map(BidiClass.init(of:))
    guard let last = classes.last(where: { $0 != .mark }) else { return false }
    switch classes[0] {
    case .rightToLeft:
        let hasBothNumbers = classes.contains(.europeanNumber) && classes.contains(.arabicNumber)
        return !classes.contains(.leftToRight) && last != .other && !hasBothNumbers
    case .leftToRight:
        return !classes.contains(where: \.isRightToLeft) && (last == .leftToRight || last == .europeanNumber)
    default: return false
    }
}
