internal import ApusDiagnostics

/// Reads JSON (RFC 8259). Returns `false` if there is no tree.
func readJSON(from start: Int, into builder: inout TreeBuilder) -> Bool {
    let file = builder.file
    return file.bytes.withUnsafeBytes { bytes in
        var reader = JSONReader(bytes: UnsafeRawBufferPointer(rebasing: bytes[start...]))
        do throws(JSONFailure) {
            try reader.read(into: &builder)
            return true
        } catch {
            if case .syntax(let problem) = error {
                if isYAML(file, from: start) {
                    builder.diagnostics.error(
                        .invalidJSON, "the file is YAML, although its name ends in `.json`",
                        at: builder.place(UInt32(problem.offset), length: problem.length),
                        help: "give the file a name that ends in `.yaml`, or write it as JSON")
                    return false
                }
                builder.diagnostics.error(
                    problem.code, problem.message, at: builder.place(UInt32(problem.offset), length: problem.length),
                    help: problem.help)
            }
            return false
        }
    }
}

/// Whether a file that is not JSON is a YAML mapping in block style.
private func isYAML(_ file: SourceFile, from start: Int) -> Bool {
    let text = file.bytes[start...].drop { $0 <= 0x20 }
    guard let first = text.first, !"{[\"".utf8.contains(first) else { return false }
    var builder = TreeBuilder(
        file: file, limits: .default, positions: SourcePositions(of: file, from: start, unit: .codePoint))
    guard readYAML(from: start, into: &builder) else { return false }
    return builder.finish()?.kind == .mapping
}

/// The reason why reading stops.
enum JSONFailure: Error {
    case syntax(JSONProblem)
    /// The builder refused the document and has reported why.
    case refused
}

/// A violation of JSON's grammar.
struct JSONProblem {
    var code = DiagnosticCode.invalidJSON
    var message: String
    var offset: Int
    var length = 1
    var help: String?
}

/// Reads JSON without recursion, so that deep documents cannot overflow the stack.
struct JSONReader {
    let bytes: UnsafeRawBufferPointer
    var offset = 0
    /// The content of the current string, if it has escapes.
    var unescaped: [UInt8] = []

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    private enum Expectation {
        case value, elementOrEnd, key, keyOrEnd, separator, end
    }

    mutating func read(into builder: inout TreeBuilder) throws(JSONFailure) {
        var expectation = Expectation.value
        while true {
            skipWhitespace()
            guard offset < bytes.count else {
                if expectation == .end { return }
                throw atEnd(in: builder)
            }
            let byte = bytes[offset]
            switch expectation {
            case .elementOrEnd where byte == UInt8(ascii: "]"), .keyOrEnd where byte == UInt8(ascii: "}"):
                expectation = close(in: &builder)
            case .value, .elementOrEnd:
                expectation = try readValue(byte, into: &builder)
            case .key, .keyOrEnd:
                try readKey(byte, into: &builder)
                expectation = .value
            case .separator:
                expectation = try readSeparator(byte, into: &builder)
            case .end:
                throw problem("there is more text after the end of the document")
            }
        }
    }

    private mutating func readValue(
        _ byte: UInt8, into builder: inout TreeBuilder
    ) throws(JSONFailure) -> Expectation {
        switch byte {
        case UInt8(ascii: "{"):
            guard builder.begin(.mapping, start: UInt32(offset)) else { throw .refused }
            offset += 1
            return .keyOrEnd
        case UInt8(ascii: "["):
            guard builder.begin(.sequence, start: UInt32(offset)) else { throw .refused }
            offset += 1
            return .elementOrEnd
        case UInt8(ascii: "\""):
            try readString(into: &builder)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try readNumber(into: &builder)
        case UInt8(ascii: "t"):
            try readWord("true", .boolean, into: &builder)
        case UInt8(ascii: "f"):
            try readWord("false", .boolean, into: &builder)
        case UInt8(ascii: "n"):
            try readWord("null", .null, into: &builder)
        default:
            throw unexpected("expected a value", help: helpForValue(byte))
        }
        return afterValue(in: builder)
    }

    private mutating func readKey(_ byte: UInt8, into builder: inout TreeBuilder) throws(JSONFailure) {
        guard byte == UInt8(ascii: "\"") else {
            let isTrailing = byte == UInt8(ascii: "}")
            throw unexpected(
                "expected a key in double quotes",
                help: isTrailing ? "remove the comma before `}`" : "write the key in double quotes")
        }
        try readString(into: &builder)
        skipWhitespace()
        guard offset < bytes.count else { throw atEnd(in: builder) }
        guard bytes[offset] == UInt8(ascii: ":") else { throw unexpected("expected `:` after a key", help: nil) }
        offset += 1
    }

    private mutating func readSeparator(
        _ byte: UInt8, into builder: inout TreeBuilder
    ) throws(JSONFailure) -> Expectation {
        let isObject = builder.open.last?.isMapping ?? false
        if byte == UInt8(ascii: ",") {
            offset += 1
            return isObject ? .key : .value
        }
        if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return close(in: &builder) }
        throw unexpected(isObject ? "expected `,` or `}`" : "expected `,` or `]`", help: nil)
    }

    private mutating func close(in builder: inout TreeBuilder) -> Expectation {
        offset += 1
        builder.end(at: UInt32(offset))
        return afterValue(in: builder)
    }

    private func afterValue(in builder: borrowing TreeBuilder) -> Expectation {
        builder.open.isEmpty ? .end : .separator
    }

    private mutating func readWord(
        _ word: StaticString, _ kind: Node.Kind, into builder: inout TreeBuilder
    ) throws(JSONFailure) {
        let length = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: length)
        guard offset + length <= bytes.count, bytes[offset..<offset + length].elementsEqual(expected) else {
            throw unexpected("expected a value", help: helpForValue(bytes[offset]))
        }
        try add(kind, length: length, into: &builder)
    }

    private mutating func readNumber(into builder: inout TreeBuilder) throws(JSONFailure) {
        var end = offset
        var kind = Node.Kind.integer
        if bytes[end] == UInt8(ascii: "-") { end += 1 }
        let whole = digits(from: end)
        if whole > 1, bytes[end] == UInt8(ascii: "0") {
            throw problem("a number must not start with a zero", length: whole)
        }
        end += whole
        guard whole > 0 else { throw numberProblem(at: end) }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            kind = .number
            let fraction = digits(from: end + 1)
            guard fraction > 0 else { throw numberProblem(at: end + 1) }
            end += 1 + fraction
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            kind = .number
            end += 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
            let exponent = digits(from: end)
            guard exponent > 0 else { throw numberProblem(at: end) }
            end += exponent
        }
        try add(kind, length: end - offset, into: &builder)
    }

    private func digits(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
        return end - start
    }

    private mutating func add(
        _ kind: Node.Kind, length: Int, into builder: inout TreeBuilder
    ) throws(JSONFailure) {
        let scalar = TreeBuilder.Scalar(kind: kind, start: UInt32(offset), end: UInt32(offset + length))
        let text = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
        guard builder.add(scalar, text) else { throw .refused }
        offset += length
    }

    private mutating func skipWhitespace() {
        // Skips indentation, eight spaces at a time.
        while offset &+ 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) == 0x2020_2020_2020_2020
        { offset &+= 8 }
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset &+= 1
        }
    }
}
