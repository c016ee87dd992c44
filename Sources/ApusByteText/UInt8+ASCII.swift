extension UInt8 {
    @_transparent public var isASCIIDigit: Bool { self &- ASCII.zero <= 9 }
    @_transparent public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// The value of a hexadecimal digit; nil for any other byte.
    @_transparent public var hexadecimalValue: UInt8? {
        if isASCIIDigit { return self &- ASCII.zero }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : nil
    }
}
