/// Whether a scalar can stand in source text as it is: no control or format character, no separator but the
/// space, and nothing that only looks like nothing.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        return false
    default:
        return true
    }
}

func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// Whether a text is an ASCII identifier.
func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isASCIILetter(first) || first == "_" else { return false }
    return text.unicodeScalars.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == "_" }
}
