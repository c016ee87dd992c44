import HTTPTypes

/// Cuts a multipart body into its parts as it arrives (RFC 2046, section 5.1.1). Of a part, no more is held than a chunk
/// and a boundary's length.
actor MultipartReader {
    private static let lineEnd = MultipartDelimiter([13, 10])

    private let source: Source
    private let limits: MultipartLimits
    /// CRLF, two dashes and the boundary; nil if there is no usable boundary.
    private let delimiter: MultipartDelimiter?
    /// The CRLF before the first boundary may be missing, so one is put before the body.
    private var buffer = MultipartBuffer(after: [13, 10])
    private var hasEnded = false
    private var partNumber = 0
    private var state = State.preamble
    /// Whether a read waits for the body, for another one may come meanwhile.
    private var isReading = false

    private enum State {
        case preamble, part, betweenParts, finished
    }

    /// The chunks, which only the reader asks for, one after the other.
    private final class Source: @unchecked Sendable {
        private var chunks: HTTPBody.Iterator

        init(_ body: HTTPBody) { chunks = body.makeAsyncIterator() }

        func next() async throws -> [UInt8]? { try await chunks.next() }
    }

    /// The header fields of a part, and where it is.
    struct Head: Sendable {
        var fields: HTTPFields
        var number: Int
        /// The position of its first header field in the body.
        var offset: Int
    }

    init(_ body: HTTPBody, boundary: String?, limits: MultipartLimits) {
        source = Source(body)
        self.limits = limits
        delimiter = boundary.flatMap {
            (1...70).contains($0.utf8.count) ? MultipartDelimiter(Array("\r\n--\($0)".utf8)) : nil
        }
    }

    /// The next part; nil after the last one, and after a failure.
    func nextPart() async throws -> Head? {
        if state == .finished { return nil }
        try beginReading()
        defer { isReading = false }
        guard let delimiter else { throw failure(.invalidBoundary) }
        while state != .betweenParts { _ = try await chunk(before: delimiter) }
        return try await readHead()
    }

    /// The next bytes of a part; nil at its end, or when the reader has gone on to another.
    func nextChunk(of number: Int) async throws -> [UInt8]? {
        guard let delimiter, number == partNumber, state == .part else { return nil }
        try beginReading()
        defer { isReading = false }
        return try await chunk(before: delimiter)
    }

    private func beginReading() throws {
        guard !isReading else { throw MultipartError(.overlappingReads, part: partNumber) }
        isReading = true
    }

    /// Bytes before the next boundary; nil when that is reached, which is then used up.
    private func chunk(before delimiter: MultipartDelimiter) async throws -> [UInt8]? {
        while true {
            if let index = buffer.firstIndex(of: delimiter) {
                if index > 0 { return buffer.take(index) }
                buffer.drop(delimiter.count)
                state = .betweenParts
                return nil
            }
            let certain = buffer.count - delimiter.count + 1
            if certain > 0 { return buffer.take(certain) }
            try await fill()
        }
    }

    /// Reads what comes after a boundary: two dashes at the end; else white space, the end of the line, and header
    /// fields up to an empty line.
    private func readHead() async throws -> Head? {
        while buffer.count < 2 { try await fill() }
        if buffer[0] == UInt8(ascii: "-"), buffer[1] == UInt8(ascii: "-") {
            state = .finished
            return nil
        }
        var allowance = limits.maximumHeaderBytes
        while buffer[0] == UInt8(ascii: " ") || buffer[0] == UInt8(ascii: "\t") {
            allowance -= 1
            guard allowance > 0 else { throw failure(.tooManyHeaderBytes(maximum: limits.maximumHeaderBytes)) }
            buffer.drop(1)
            while buffer.count < 2 { try await fill() }
        }
        guard buffer[0] == 13, buffer[1] == 10 else { throw failure(.malformedBoundaryLine) }
        buffer.drop(2)
        partNumber += 1
        guard partNumber <= limits.maximumParts else { throw failure(.tooManyParts(maximum: limits.maximumParts)) }
        var head = Head(fields: HTTPFields(), number: partNumber, offset: buffer.offset)
        var lines = HeaderLines()
        while true {
            let offset = buffer.offset
            let line = try await readLine(&allowance)
            if line.isEmpty { break }
            guard lines.append(line) else { throw failure(.malformedHeaders, at: offset) }
        }
        head.fields = lines.fields
        state = .part
        return head
    }

    private func readLine(_ allowance: inout Int) async throws -> [UInt8] {
        var searched = 0
        while true {
            let end = buffer.firstIndex(of: Self.lineEnd, from: searched)
            // The last byte that has arrived may be the first one of the line's end.
            guard end ?? (buffer.count - 1) <= allowance else {
                throw failure(.tooManyHeaderBytes(maximum: limits.maximumHeaderBytes))
            }
            if let end {
                let line = buffer.take(end)
                buffer.drop(2)
                allowance -= end + 2
                return line
            }
            searched = max(0, buffer.count - 1)
            try await fill()
        }
    }

    private func fill() async throws {
        guard !hasEnded, let chunk = try await source.next() else {
            hasEnded = true
            throw failure(.truncated, at: buffer.offset + buffer.count)
        }
        buffer.append(chunk)
    }

    /// Nothing follows a failure.
    private func failure(_ reason: MultipartError.Reason, at offset: Int? = nil) -> MultipartError {
        state = .finished
        return MultipartError(reason, part: partNumber > 0 ? partNumber : nil, offset: max(0, offset ?? buffer.offset))
    }
}

/// The lines of header fields (RFC 822, section 3.1): one that begins with white space goes on with the field before it.
private struct HeaderLines {
    private(set) var fields = HTTPFields()

    /// Whether the line is a header field, or goes on with one.
    mutating func append(_ line: [UInt8]) -> Bool {
        if line[0] == UInt8(ascii: " ") || line[0] == UInt8(ascii: "\t") {
            guard let last = fields.indices.last else { return false }
            let value = fields[last].value + " " + Self.value(line[...])
            guard HTTPField.isValidValue(value) else { return false }
            fields[last].value = value
            return true
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { return false }
        let value = Self.value(line[(colon + 1)...])
        guard HTTPField.isValidValue(value) else { return false }
        fields.append(HTTPField(name: name, value: value))
        return true
    }

    /// Without the white space around it.
    private static func value(_ bytes: ArraySlice<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
