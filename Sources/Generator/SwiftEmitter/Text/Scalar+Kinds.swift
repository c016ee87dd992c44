extension Unicode.Scalar {
    var isASCIILetter: Bool { isASCIIUppercase || isASCIILowercase }

    var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

    fileprivate var isASCIIUppercase: Bool { value >= 0x41 && value <= 0x5A }

    fileprivate var isASCIILowercase: Bool { value >= 0x61 && value <= 0x7A }

    // A shortcut for ASCII, which nearly every name is. The standard library would search its tables.

    var isUppercase: Bool {
        isASCII ? isASCIIUppercase : properties.isUppercase
    }

    var isLowercase: Bool {
        isASCII ? isASCIILowercase : properties.isLowercase
    }

    var isNumeric: Bool {
        isASCII ? isASCIIDigit : properties.numericType != nil
    }
}
