extension Unicode.Scalar {
    var isASCIILetter: Bool { isASCIIUppercase || isASCIILowercase }

    var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

    fileprivate var isASCIIUppercase: Bool { value >= 0x41 && value <= 0x5A }

    fileprivate var isASCIILowercase: Bool { value >= 0x61 && value <= 0x7A }

    // Nearly every name is ASCII, for which the standard library would search its tables too.

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
