import ApusByteText

extension PatternParser {
    /// Parses an escape outside a class.
    mutating func parseEscape() throws(PatternError) -> PatternNode {
        position += 1
        switch next {
        case "b":
            position += 1
            return .assertion(.wordBoundary)
        case "B":
            position += 1
            return .assertion(.notWordBoundary)
        case "A" where !isStrict, "z" where !isStrict, "Z" where !isStrict:
            if foreignAnchor == nil { foreignAnchor = position - 1 }
            defer { position += 1 }
            return .assertion(next == "A" ? .start : .end)
        case "k":
            position += 1
            return try parseBackreference(named: ())
        case .some("1"..."9"):
            return try parseBackreference(numbered: ())
        default:
            if let set = try parseClassEscape() { return .scalar(set) }
            return .scalar(ScalarClass([try parseCharacterEscape(inClass: false)].map { $0...$0 }))
        }
    }

    /// Parses `[…]`.
    mutating func parseClass() throws(PatternError) -> ScalarClass {
        let start = position
        position += 1
        var set = ScalarClass()
        let isNegated = skip("^" as Unicode.Scalar)
        while true {
            guard let scalar = next else { throw PatternError(reason: "a class that is not closed", position: start) }
            if scalar == "]" { break }
            let first = try parseClassAtom()
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                insert(first, into: &set)
                continue
            }
            let rangeStart = position
            position += 1
            let last = try parseClassAtom()
            if case .scalar(let low) = first, case .scalar(let high) = last {
                guard low <= high else {
                    throw PatternError(reason: "a range whose end comes before its start", position: rangeStart)
                }
                set.insert(low...high)
            } else {
                if isStrict { throw PatternError(reason: "a range between classes", position: rangeStart) }
                insert(first, into: &set)
                set.insert(0x2D...0x2D)
                insert(last, into: &set)
            }
        }
        position += 1
        set.isNegated = isNegated
        set.seal()
        return set
    }

    private enum ClassAtom {
        case scalar(UInt32)
        case set(ScalarClass)
    }

    private func insert(_ atom: ClassAtom, into set: inout ScalarClass) {
        switch atom {
        case .scalar(let value): set.insert(value...value)
        case .set(let other): set.insert(other)
        }
    }

    private mutating func parseClassAtom() throws(PatternError) -> ClassAtom {
        guard let scalar = next else { throw error("a class that is not closed") }
        position += 1
        guard scalar == "\\" else { return .scalar(scalar.value) }
        if skip("b" as Unicode.Scalar) { return .scalar(8) }
        if let set = try parseClassEscape() { return .set(set) }
        return .scalar(try parseCharacterEscape(inClass: true))
    }

    /// Parses `\d`, `\D`, `\s`, `\S`, `\w`, `\W`, `\p{…}` or `\P{…}`. Returns `nil` for any other escape.
    private mutating func parseClassEscape() throws(PatternError) -> ScalarClass? {
        let set: ScalarClass
        switch next {
        case "d": set = .digits
        case "D": set = ScalarClass.digits.negated
        case "w": set = .wordScalars
        case "W": set = ScalarClass.wordScalars.negated
        case "s": set = .whitespace
        case "S": set = ScalarClass.whitespace.negated
        case .some(let letter) where letter == "p" || letter == "P":
            position += 1
            return try parseProperty(isNegated: letter == "P")
        default: return nil
        }
        position += 1
        return set
    }

    private mutating func parseProperty(isNegated: Bool) throws(PatternError) -> ScalarClass {
        let start = position
        guard skip("{" as Unicode.Scalar) else { throw error("`\\p` without a property") }
        var name = String.UnicodeScalarView()
        while let scalar = next, scalar != "}" {
            name.append(scalar)
            position += 1
        }
        guard skip("}" as Unicode.Scalar), let property = ScalarProperty(String(name)) else {
            throw PatternError(reason: "an unknown property `\(String(name))`", position: start)
        }
        var set = ScalarClass()
        set.insert(property, isNegated: isNegated)
        set.seal()
        return set
    }

    /// Returns the code point that an escape represents.
    private mutating func parseCharacterEscape(inClass: Bool) throws(PatternError) -> UInt32 {
        guard let scalar = next else { throw error("a `\\` at the end") }
        position += 1
        switch scalar {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "0":
            if let digit = next, "0"..."9" ~= digit { throw error("an octal escape") }
            return 0
        case "c":
            guard let letter = next, letter.isASCII, UInt8(letter.value).isASCIILetter else {
                throw error("`\\c` without a letter")
            }
            position += 1
            return letter.value & 31
        case "x":
            guard let value = parseHexadecimal(2) else { throw error("`\\x` without two digits") }
            return value
        case "u": return try parseUnicodeEscape()
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return scalar.value
        case "-" where inClass: return scalar.value
        default:
            let isWord = ScalarClass.wordScalars.contains(scalar.value)
            guard !isStrict, scalar.isASCII && scalar.value >= 0x20 && !isWord || scalar == "_" else {
                position -= 1
                throw error("an unknown escape `\\\(scalar)`")
            }
            return scalar.value
        }
    }

    /// Parses `\u{1F600}`, `\uD83D\uDE00` or `\u0041` after the `u`.
    private mutating func parseUnicodeEscape() throws(PatternError) -> UInt32 {
        if skip("{" as Unicode.Scalar) {
            var value: UInt32 = 0
            var count = 0
            while let digit = next?.hexadecimalValue, value <= 0x10_FFFF {
                value = value << 4 | digit
                count += 1
                position += 1
            }
            guard count > 0, value <= 0x10_FFFF, skip("}" as Unicode.Scalar) else {
                throw error("`\\u{` without a code point")
            }
            return value
        }
        guard let value = parseHexadecimal(4) else { throw error("`\\u` without four digits") }
        guard 0xD800...0xDBFF ~= value else { return value }
        let end = position
        if skip("\\u"), let low = parseHexadecimal(4), 0xDC00...0xDFFF ~= low {
            return 0x1_0000 + ((value - 0xD800) << 10) + (low - 0xDC00)
        }
        position = end
        return value
    }

    private mutating func parseHexadecimal(_ count: Int) -> UInt32? {
        guard position + count <= scalars.count else { return nil }
        var value: UInt32 = 0
        for scalar in scalars[position..<(position + count)] {
            guard let digit = scalar.hexadecimalValue else { return nil }
            value = value << 4 | digit
        }
        position += count
        return value
    }
}

extension Unicode.Scalar {
    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x61 + 10
        case "A"..."F": value - 0x41 + 10
        default: nil
        }
    }
}
