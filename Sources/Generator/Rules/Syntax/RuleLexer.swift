import ApusAPIModel

/// Splits an expression into tokens.
struct RuleLexer {
    struct Token {
        enum Kind: Equatable {
            case name(String)
            case literal(RuleLiteral)
            /// An operator or punctuation.
            case symbol(String)
            case end
        }

        var kind: Kind
        var range: Range<Int>
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
    private var second: Unicode.Scalar? { position + 1 < scalars.count ? scalars[position + 1] : nil }

    private static let symbols = [
        "||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ".", ",", "(", ")", "[",
        "]",
    ].map { ($0, Array($0.unicodeScalars)) }

    mutating func token() throws(RuleProblem) -> Token {
        while let scalar = next, scalar.properties.isWhitespace { position += 1 }
        let start = position
        guard let scalar = next else { return Token(kind: .end, range: start..<start) }
        let kind: Token.Kind
        if Self.isNameStart(scalar) {
            kind = try word()
        } else if "0"..."9" ~= scalar {
            kind = .literal(try number())
        } else if scalar == "'" || scalar == "\"" {
            kind = .literal(.string(try string(isRaw: false)))
        } else if let (symbol, length) = symbol() {
            position += length
            kind = .symbol(symbol)
        } else {
            let isHalf = scalar == "&" || scalar == "|" || scalar == "="
            throw RuleProblem(
                "unexpected `\(scalar)`", at: start..<start + 1,
                help: isHalf ? "did you mean `\(scalar)\(scalar)`?" : nil)
        }
        return Token(kind: kind, range: start..<position)
    }

    private func symbol() -> (String, Int)? {
        Self.symbols.first { scalars[position...].starts(with: $0.1) }.map { ($0.0, $0.1.count) }
    }

    static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar || scalar == "_"
    }

    static func isNamePart(_ scalar: Unicode.Scalar) -> Bool { isNameStart(scalar) || "0"..."9" ~= scalar }

    private mutating func word() throws(RuleProblem) -> Token.Kind {
        if let quote = second, next == "r" || next == "R", quote == "'" || quote == "\"" {
            position += 1
            return .literal(.string(try string(isRaw: true)))
        }
        let start = position
        while let scalar = next, Self.isNamePart(scalar) { position += 1 }
        let text = text(from: start)
        switch text {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        case "in": return .symbol("in")
        default: return .name(text)
        }
    }

    private func text(from start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<position])) }

    private mutating func skipDigits() { while let digit = next, "0"..."9" ~= digit { position += 1 } }

    private mutating func number() throws(RuleProblem) -> RuleLiteral {
        let start = position
        var isInteger = true
        skipDigits()
        if next == ".", let digit = second, "0"..."9" ~= digit {
            isInteger = false
            position += 1
            skipDigits()
        }
        if next == "e" || next == "E" {
            isInteger = false
            position += 1
            if next == "+" || next == "-" { position += 1 }
            skipDigits()
        }
        let text = text(from: start)
        if let scalar = next, Self.isNamePart(scalar) {
            throw RuleProblem("a number cannot be followed by a letter", at: start..<position + 1)
        }
        if isInteger {
            guard let value = Int64(text) else {
                throw RuleProblem("an integer must fit in 64 bits", at: start..<position)
            }
            return .integer(value)
        }
        guard let value = Double(text), value.isFinite else {
            throw RuleProblem("`\(text)` is not a number", at: start..<position)
        }
        return .double(text)
    }

    private mutating func string(isRaw: Bool) throws(RuleProblem) -> String {
        let start = position
        let quote = scalars[position]
        position += 1
        var result = String.UnicodeScalarView()
        while let scalar = next, scalar != quote {
            if scalar == "\\", !isRaw {
                result.append(try escape())
            } else {
                result.append(scalar)
                position += 1
            }
        }
        guard next == quote else { throw RuleProblem("the string is not closed", at: start..<start + 1) }
        position += 1
        return String(result)
    }

    private mutating func escape() throws(RuleProblem) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let scalar = next else { throw RuleProblem("the string is not closed", at: start..<position) }
        position += 1
        switch scalar {
        case "\\", "'", "\"", "`", "?": return scalar
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u", "U":
            let count = scalar == "u" ? 4 : 8
            let digits = scalars[position..<min(position + count, scalars.count)]
            position += digits.count
            if digits.count == count, let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
                let result = Unicode.Scalar(value)
            {
                return result
            }
            throw RuleProblem("the escape is not a code point", at: start..<position)
        default:
            throw RuleProblem(
                "unknown escape `\\\(scalar)`", at: start..<position,
                help: "write a backslash as `\\\\`, or the string as `r'…'`, where a backslash is plain text")
        }
    }
}
