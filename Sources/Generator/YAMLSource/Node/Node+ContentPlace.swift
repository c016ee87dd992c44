public import ApusDiagnostics

extension Node {
    /// Returns the place of a part of a scalar's content, accounting for quotes, indentation and escapes.
    ///
    /// - Parameters:
    ///   - position: The part's start, in code points of `text`.
    ///   - count: The part's length, in code points. The place ends with its first line.
    public func place(ofContentAt position: Int, count: Int = 1) -> Place {
        let whole = place
        guard kind.isScalar, whole.length > 0 else { return whole }
        let raw = String(decoding: file.bytes[whole.offset..<whole.offset + whole.length], as: UTF8.self)
        let offsets = ContentOffsets(of: text, writtenAs: raw)
        let start = offsets[position]
        var end = max(offsets.end(of: position + max(count, 1) - 1), start)
        if let lineEnd = Array(raw.utf8)[start..<end].firstIndex(of: UInt8(ascii: "\n")) { end = lineEnd }
        return source.positions.place(of: whole.offset + start..<whole.offset + end)
    }
}

/// The byte ranges of a scalar's code points in its source.
private struct ContentOffsets {
    private var ranges: [Range<Int>] = []
    private let length: Int

    init(of content: String, writtenAs raw: String) {
        length = raw.utf8.count
        var source = RawScalar(raw)
        for scalar in content.unicodeScalars {
            if scalar.properties.isWhitespace {
                ranges.append(source.offset..<source.offset)
            } else {
                ranges.append(source.take())
            }
        }
        // Whitespace may be folded or indented in the source, so it takes the byte after its predecessor.
        for index in ranges.indices where ranges[index].isEmpty {
            let start = index > 0 ? ranges[index - 1].upperBound : ranges[index].lowerBound
            ranges[index] = start..<min(start + 1, length)
        }
    }

    subscript(position: Int) -> Int {
        position < ranges.count ? ranges[max(position, 0)].lowerBound : ranges.last?.upperBound ?? 0
    }

    func end(of position: Int) -> Int {
        position < ranges.count ? ranges[max(position, 0)].upperBound : ranges.last?.upperBound ?? length
    }
}

/// A cursor over the source of a scalar that stops at each non-whitespace code point of the content.
private struct RawScalar {
    private enum Style { case plain, singleQuoted, doubleQuoted }

    private let scalars: [Unicode.Scalar]
    private let style: Style
    private var index = 0
    /// The position in bytes.
    private(set) var offset = 0

    init(_ raw: String) {
        scalars = Array(raw.unicodeScalars)
        switch scalars.first {
        case "'": style = .singleQuoted
        case "\"": style = .doubleQuoted
        default: style = .plain
        }
        if style != .plain {
            advance()
        } else if scalars.first == "|" || scalars.first == ">" {
            // The header of a block scalar is a line of its own.
            while index < scalars.count, scalars[index] != "\n" { advance() }
        }
    }

    /// Returns the bytes of the next non-whitespace code point of the content.
    mutating func take() -> Range<Int> {
        while index < scalars.count {
            if scalars[index].properties.isWhitespace {
                advance()
            } else if let length = escapedWhitespace {
                advance(length)
            } else {
                break
            }
        }
        let start = offset
        advance(lengthOfNext)
        return start..<offset
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where index < scalars.count {
            offset += scalars[index].utf8.count
            index += 1
        }
    }

    private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    private var escapedWhitespace: Int? {
        guard style == .doubleQuoted, scalars[index] == "\\", let next else { return nil }
        return " \t\nntrvfLNP_".unicodeScalars.contains(next) ? 2 : nil
    }

    private var lengthOfNext: Int {
        guard index < scalars.count else { return 0 }
        switch style {
        case .plain: return 1
        case .singleQuoted: return scalars[index] == "'" ? 2 : 1
        case .doubleQuoted:
            guard scalars[index] == "\\" else { return 1 }
            switch next {
            case "x": return 4
            case "U": return 10
            case "u":
                // JSON writes code points beyond 16 bits as two escapes.
                let digits = String(String.UnicodeScalarView(scalars[index...].dropFirst(2).prefix(4)))
                return UInt32(digits, radix: 16).map { 0xD800...0xDBFF ~= $0 } == true ? 12 : 6
            default: return 2
            }
        }
    }
}
