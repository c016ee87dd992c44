import HTTPTypes

/// Splits a multipart body into its parts while it is received (RFC 2046, section 5.1.1).
///
/// Of a part, at most one chunk and the length of a boundary are in memory.
actor MultipartReader {
    private static let lineEnd = MultipartDelimiter([13, 10])

    private let source: Source
    private let limits: MultipartLimits
    /// CRLF, two hyphens and the boundary, or `nil` without a valid boundary.
    private let delimiter: MultipartDelimiter?
    /// Starts with CRLF, because the CRLF before the first boundary may be missing.
    private var buffer = MultipartBuffer(after: [13, 10])
    private var hasEnded = false
    private var partNumber = 0
    private var state = State.preamble
    /// Whether a read is waiting for the body. Another read may be called meanwhile.
    private var isReading = false

    private enum State {
        case preamble, part, betweenParts, finished
    }

    /// The chunks of the body, which only the reader requests, one by one.
    private final class Source: @unchecked Sendable {
        private var chunks: HTTPBody.Iterator

        init(_ body: HTTPBody) { chunks = body.makeAsyncIterator() }

        func next() async throws -> [UInt8]? { try await chunks.next() }
    }

    /// The header fields and the position of a part.
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

    /// Returns the next part, or `nil` after the last part and after an error.
    func nextPart() async throws -> Head? {
        if state == .finished { return nil }
        try beginReading()
        defer { isReading = false }
        guard let delimiter else { throw failure(.invalidBoundary) }
        while state != .betweenParts { _ = try await chunk(before: delimiter) }
        return try await readHead()
    }

    /// Returns the next bytes of a part, or `nil` at its end and if the reader has continued with another part.
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

    /// Returns bytes before the next boundary. At the boundary, consumes it and returns `nil`.
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

    /// Reads the text after a boundary: two hyphens at the end of the body, or else white space, the end of the line,
    /// and header fields up to an empty line.
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
        head.fields = lines.end()
        state = .part
        return head
    }

    private func readLine(_ allowance: inout Int) async throws -> [UInt8] {
        var searched = 0
        while true {
            let end = buffer.firstIndex(of: Self.lineEnd, from: searched)
            // The last received byte may be the first byte of the line's end.
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

    /// Ends the sequence and returns an error.
    private func failure(_ reason: MultipartError.Reason, at offset: Int? = nil) -> MultipartError {
        state = .finished
        return MultipartError(reason, part: partNumber > 0 ? partNumber : nil, offset: max(0, offset ?? buffer.offset))
    }
}

/// The lines of header fields (RFC 822, section 3.1). A line that begins with white space continues the previous field.
private struct HeaderLines {
    private var fields = HTTPFields()
    /// The last field, whose value may continue on the next line.
    private var last: (name: HTTPField.Name, value: String)?

    /// Appends a header field or a continuation, and returns whether the line is one of them.
    mutating func append(_ line: [UInt8]) -> Bool {
        if line[0] == UInt8(ascii: " ") || line[0] == UInt8(ascii: "\t") {
            let value = Self.value(line[...])
            guard let isFirst = last?.value.isEmpty, HTTPField.isValidValue(value) else { return false }
            // Copying the value for each line would take quadratic time.
            if !value.isEmpty { last?.value += isFirst ? value : " " + value }
            return true
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { return false }
        let value = Self.value(line[(colon + 1)...])
        guard HTTPField.isValidValue(value) else { return false }
        _ = end()
        last = (name, value)
        return true
    }

    /// Returns all fields.
    mutating func end() -> HTTPFields {
        if let last { fields.append(HTTPField(name: last.name, value: last.value)) }
        last = nil
        return fields
    }

    /// Returns the value without surrounding white space.
    private static func value(_ bytes: ArraySlice<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
