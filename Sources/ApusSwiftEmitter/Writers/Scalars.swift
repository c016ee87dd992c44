import ApusDiagnostics

/// Returns the beginning of a text in a form that fits on one line of a message or a comment.
func oneLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(80) {
        result.unicodeScalars.append(isPrintable(scalar) ? scalar : "\u{FFFD}")
    }
    return result
}

func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool { isASCIIUppercase(scalar) || isASCIILowercase(scalar) }

func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

private func isASCIIUppercase(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x41 && scalar.value <= 0x5A }

private func isASCIILowercase(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x61 && scalar.value <= 0x7A }

// The standard library searches its tables for ASCII, too; nearly every name is ASCII.

func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isASCIIUppercase(scalar) : scalar.properties.isUppercase
}

func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isASCIILowercase(scalar) : scalar.properties.isLowercase
}

func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isASCIIDigit(scalar) : scalar.properties.numericType != nil
}

/// The text of some scalars.
func text(of scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    for position in range where !scalars[position].isASCII {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
    return String(unsafeUninitializedCapacity: range.count) { buffer in
        for position in range { buffer[position - range.lowerBound] = UInt8(truncatingIfNeeded: scalars[position].value) }
        return range.count
    }
}

/// Whether a text is an ASCII identifier.
func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isASCIILetter(first) || first == "_" else { return false }
    return text.unicodeScalars.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == "_" }
}
