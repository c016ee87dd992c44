/// Parses a JSONPath query (RFC 9535, appendix A).
///
/// It also accepts hyphens in shorthand names, as in `$.info.x-logo`. The standard requires brackets there, but
/// published overlays, such as those in the Overlay Specification, do not use them.
struct JSONPathParser {
    /// The largest integer that is exact in every JSON implementation (section 2.1).
    private static let largestIndex = 9_007_199_254_740_991

    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0

    static func parse(_ text: String) throws(JSONPathError) -> JSONPath {
        var parser = JSONPathParser(scalars: Array(text.unicodeScalars))
        guard parser.take("$") else { throw parser.error("a query begins with `$`") }
        let path = JSONPath(start: .root, segments: try parser.segments())
        guard parser.position == parser.scalars.count else { throw parser.error("a segment begins with `.` or `[`") }
        return path
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    // MARK: Segments and selectors

    mutating func segments() throws(JSONPathError) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let before = position
            skipSpace()
            if take("..") {
                segments.append(.init(isDescendant: true, selectors: try shorthandOrBrackets(allowsBrackets: true)))
            } else if take(".") {
                segments.append(.init(isDescendant: false, selectors: try shorthandOrBrackets(allowsBrackets: false)))
            } else if peek == "[" {
                segments.append(.init(isDescendant: false, selectors: try brackets()))
            } else {
                position = before
                return segments
            }
        }
    }

    private mutating func shorthandOrBrackets(allowsBrackets: Bool) throws(JSONPathError) -> [JSONPath.Selector] {
        if allowsBrackets, peek == "[" { return try brackets() }
        if take("*") { return [.wildcard] }
        let start = position
        while let scalar = peek, isNameScalar(scalar, isFirst: position == start) { position += 1 }
        guard position > start else { throw error("expected a name, `*` or `[` after the dot") }
        return [.name(text(from: start))]
    }

    private func isNameScalar(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "0"..."9", "-": !isFirst
        default: scalar.value >= 0x80
        }
    }

    private mutating func brackets() throws(JSONPathError) -> [JSONPath.Selector] {
        try descend()
        defer { ascend() }
        position += 1
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipSpace()
            selectors.append(try selector())
            skipSpace()
        } while take(",")
        guard take("]") else { throw error("expected `]` or `,` after a selector") }
        return selectors
    }

    private mutating func selector() throws(JSONPathError) -> JSONPath.Selector {
        switch peek {
        case "'", "\"": return .name(try string())
        case "*":
            position += 1
            return .wildcard
        case "?":
            position += 1
            skipSpace()
            return .filter(try condition())
        default: return try indexOrSlice()
        }
    }

    private mutating func indexOrSlice() throws(JSONPathError) -> JSONPath.Selector {
        let start = try integer()
        let afterStart = position
        skipSpace()
        guard take(":") else {
            position = afterStart
            guard let start else { throw error("expected a name in quotes, a number, `*` or `?`") }
            return .index(start)
        }
        skipSpace()
        let end = try integer()
        skipSpace()
        var step = 1
        if take(":") {
            skipSpace()
            step = try integer() ?? 1
        }
        return .slice(start: start, end: end, step: step)
    }

    /// Takes an integer without leading zeros, if there is one.
    private mutating func integer() throws(JSONPathError) -> Int? {
        let start = position
        let isNegative = take("-")
        let digits = position
        while let scalar = peek, ("0"..."9").contains(scalar) { position += 1 }
        if position == digits {
            if isNegative { throw error("expected digits after `-`") }
            return nil
        }
        let isPadded = scalars[digits] == "0" && (position - digits > 1 || isNegative)
        guard !isPadded, let value = Int(text(from: start)), abs(value) <= Self.largestIndex else {
            position = start
            throw error("this is not a valid index")
        }
        return value
    }

    // MARK: Text

    /// Takes a quoted string (section 2.3.1.1).
    mutating func string() throws(JSONPathError) -> String {
        let start = position
        let quote = scalars[position]
        position += 1
        var result = String.UnicodeScalarView()
        while let scalar = peek {
            position += 1
            if scalar == quote { return String(result) }
            if scalar.value < 0x20 { break }
            result.append(scalar == "\\" ? try escape(quote) : scalar)
        }
        position = start
        throw error("the string is not closed")
    }

    private mutating func escape(_ quote: Unicode.Scalar) throws(JSONPathError) -> Unicode.Scalar {
        guard let scalar = peek else { throw error("the string is not closed") }
        position += 1
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/", "\\", quote: return scalar
        case "u":
            let first = try hexadecimal()
            guard (0xD800..<0xE000).contains(first) else {
                return Unicode.Scalar(first) ?? "\u{FFFD}"
            }
            if first < 0xDC00, take("\\u") {
                let second = try hexadecimal()
                if (0xDC00..<0xE000).contains(second),
                    let pair = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
                {
                    return pair
                }
            }
            throw error("half of a surrogate pair is not a character")
        default:
            position -= 1
            throw error("this escape is not known")
        }
    }

    private mutating func hexadecimal() throws(JSONPathError) -> UInt32 {
        let digits = scalars[position..<min(position + 4, scalars.count)]
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && Character($0).isHexDigit }),
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw error("expected four hexadecimal digits after `\\u`") }
        position += 4
        return value
    }

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take(_ text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    mutating func skipSpace() {
        while let scalar = peek, [" ", "\t", "\n", "\r"].contains(scalar) { position += 1 }
    }

    func text(from start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<position])) }

    func error(_ reason: String) -> JSONPathError { JSONPathError(position: position, reason: reason) }

    /// Counts an open parenthesis or bracket.
    mutating func descend() throws(JSONPathError) {
        depth += 1
        if depth > Bounds.depth { throw error("parentheses and brackets are nested too deeply") }
    }

    mutating func ascend() { depth -= 1 }
}
