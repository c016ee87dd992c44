import HTTPTypes

/// Cuts a multipart body into its parts as it arrives. Of a part, no more is held than a chunk and a boundary's length.
actor MultipartReader {
    private static let maximumHeaderBytes = 64 << 10

    private let source: Source
    /// CRLF, two dashes and the boundary; nil if there is no usable boundary.
    private let delimiter: [UInt8]?
    /// What has arrived and is not used yet. The CRLF before the first boundary may be missing, so one is put before it.
    private var buffer: [UInt8] = [13, 10]
    private var hasEnded = false
    private var partNumber = 0
    private var state = State.preamble

    private enum State {
        case preamble, part, betweenParts, finished
    }

    /// The chunks, which only the reader asks for, one after the other.
    private final class Source: @unchecked Sendable {
        private var chunks: HTTPBody.Iterator

        init(_ body: HTTPBody) { chunks = body.makeAsyncIterator() }

        func next() async throws -> [UInt8]? { try await chunks.next() }
    }

    init(_ body: HTTPBody, boundary: String?) {
        source = Source(body)
        // RFC 2046: 1 to 70 characters.
        delimiter = boundary.flatMap { (1...70).contains($0.utf8.count) ? Array("\r\n--\($0)".utf8) : nil }
    }

    /// The header fields of the next part and its number; nil after the last one.
    func nextPart() async throws -> (HTTPFields, Int)? {
        guard let delimiter else { throw MultipartError.missingBoundary }
        if state == .preamble || state == .part {
            while try await chunk(before: delimiter) != nil {}
        }
        guard state == .betweenParts else { return nil }
        // After the boundary: two dashes at the end, else white space and the end of the line.
        while buffer.count < 2 { guard try await fill() else { throw MultipartError.truncated } }
        if buffer[0] == UInt8(ascii: "-"), buffer[1] == UInt8(ascii: "-") {
            state = .finished
            return nil
        }
        let headers = try await readHeaders()
        partNumber += 1
        state = .part
        return (headers, partNumber)
    }

    /// The next bytes of a part; nil at its end, or when the reader has gone on to another.
    func nextChunk(of number: Int) async throws -> [UInt8]? {
        guard let delimiter, number == partNumber, state == .part else { return nil }
        return try await chunk(before: delimiter)
    }

    /// Bytes before the next boundary; nil when that is reached, which is then used up.
    private func chunk(before delimiter: [UInt8]) async throws -> [UInt8]? {
        while true {
            if let index = firstIndex(of: delimiter) {
                let chunk = Array(buffer[..<index])
                if chunk.isEmpty {
                    buffer.removeFirst(delimiter.count)
                    state = .betweenParts
                    return nil
                }
                buffer.removeFirst(index)
                return chunk
            }
            let certain = buffer.count - delimiter.count + 1
            if certain > 0 {
                let chunk = Array(buffer[..<certain])
                buffer.removeFirst(certain)
                return chunk
            }
            guard try await fill() else { throw MultipartError.truncated }
        }
    }

    private func readHeaders() async throws -> HTTPFields {
        let separator: [UInt8] = [13, 10, 13, 10]
        // The line of the boundary ends with CRLF; without header fields another follows at once.
        while true {
            if let end = firstIndex(of: separator) {
                let text = buffer[..<end]
                buffer.removeFirst(end + separator.count)
                return try Self.headers(in: text)
            }
            guard buffer.count <= Self.maximumHeaderBytes else { throw MultipartError.invalidHeaders }
            guard try await fill() else { throw MultipartError.truncated }
        }
    }

    /// - Parameter text: the rest of the boundary's line, and the lines of the header fields.
    private static func headers(in text: ArraySlice<UInt8>) throws -> HTTPFields {
        var lines = String(decoding: text, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first.allSatisfy({ $0 == " " || $0 == "\t" }) else {
            throw MultipartError.invalidHeaders
        }
        lines.removeFirst()
        var headers = HTTPFields()
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])) else {
                throw MultipartError.invalidHeaders
            }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            guard HTTPField.isValidValue(String(value)) else { throw MultipartError.invalidHeaders }
            headers.append(HTTPField(name: name, value: String(value)))
        }
        return headers
    }

    private func fill() async throws -> Bool {
        guard !hasEnded, let chunk = try await source.next() else {
            hasEnded = true
            return false
        }
        buffer += chunk
        return true
    }

    private func firstIndex(of pattern: [UInt8]) -> Int? {
        guard buffer.count >= pattern.count else { return nil }
        return unsafe buffer.withUnsafeBufferPointer { bytes in
            var start = 0
            while start <= bytes.count - pattern.count {
                guard let offset = unsafe bytes[start...].firstIndex(of: pattern[0]), offset <= bytes.count - pattern.count
                else { return nil }
                if unsafe bytes[offset..<offset + pattern.count].elementsEqual(pattern) { return offset }
                start = offset + 1
            }
            return nil
        }
    }
}
