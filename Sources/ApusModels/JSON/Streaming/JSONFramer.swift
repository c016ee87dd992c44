/// Cuts a stream into the texts of its values, as the bytes arrive.
///
/// It understands no more of JSON than where a value ends. Of a malformed stream it may cut off too much or too
/// little, but never so that all frames are values: decoding them finds every error.
package struct JSONFramer {
    private let framing: JSONFraming
    private let maximumFrameBytes: Int
    private var state: State
    private var scanner = JSONFrameScanner()

    /// What has arrived and is not cut off yet, and some that is.
    private var buffer: [UInt8] = []
    /// Where in the stream the buffer begins.
    private var bufferOffset = 0
    /// Where in the buffer the current frame begins.
    private var frameStart = 0
    private var frameCount = 0
    private var hasEnded = false
    package private(set) var isFinished = false

    private enum State {
        /// Before the bracket of an array, or a record separator.
        case opening
        case frame
        /// After the bracket of an array.
        case closed
    }

    package init(_ framing: JSONFraming, maximumFrameBytes: Int) {
        self.framing = framing
        self.maximumFrameBytes = maximumFrameBytes
        state = framing == .lines ? .frame : .opening
    }

    /// Adds bytes that follow those before.
    package mutating func append(_ chunk: [UInt8]) {
        let isConsumed = frameStart == buffer.count
        bufferOffset += frameStart
        if isConsumed { buffer = chunk } else {
            buffer.removeSubrange(..<frameStart)
            buffer.append(contentsOf: chunk)
        }
        scanner.position -= frameStart
        frameStart = 0
    }

    /// No more bytes come.
    package mutating func finish() { hasEnded = true }

    /// The next frame; nil if more bytes are needed, or at the end.
    package mutating func next() throws(JSONError) -> JSONFrame? {
        while !isFinished {
            switch state {
            case .opening:
                guard try skipOpening() else { return nil }
                state = .frame
            case .frame:
                guard let end = scanner.endOfFrame(framing, in: buffer) else {
                    return hasEnded ? try lastFrame() : try incompleteFrame()
                }
                if let frame = try cut(at: end) { return frame }
            case .closed:
                try skipWhitespace(expected: "the end of the text")
                if hasEnded { isFinished = true }
                return nil
            }
        }
        return nil
    }

    /// Cuts the frame off whose delimiter is at `end`.
    private mutating func cut(at end: Int) throws(JSONError) -> JSONFrame? {
        try checkSize(end)
        let isRecordSeparator = buffer[end] == 0x1E
        // Decoding checks the delimiter, unless that belongs to the next frame.
        let frame = JSONFrame(
            bytes: buffer[frameStart..<(isRecordSeparator ? end : end + 1)], offset: bufferOffset + frameStart,
            framing: framing, index: frameCount)
        let isClosing = framing == .array && buffer[end] == UInt8(ascii: "]")
        frameStart = isRecordSeparator ? end : end + 1
        if framing == .textSequence { state = .opening }
        if isClosing {
            state = .closed
            if frameCount == 0, frame.isBlank(except: 1) { return nil }
        } else if framing != .array, frame.isBlank() {
            return nil
        }
        frameCount += 1
        return frame
    }

    /// What is left when the stream ends.
    private mutating func lastFrame() throws(JSONError) -> JSONFrame? {
        isFinished = true
        try checkSize(buffer.count)
        let frame = JSONFrame(
            bytes: buffer[frameStart...], offset: bufferOffset + frameStart, framing: framing, index: frameCount)
        // An array that ends here is not complete: decoding the frame says so.
        return framing != .array && frame.isBlank() ? nil : frame
    }

    private func incompleteFrame() throws(JSONError) -> JSONFrame? {
        try checkSize(buffer.count)
        return nil
    }

    private func checkSize(_ end: Int) throws(JSONError) {
        guard end - frameStart <= maximumFrameBytes else {
            throw JSONError(
                .limit, at: bufferOffset + frameStart + maximumFrameBytes,
                found: "a value of the sequence is longer than \(maximumFrameBytes) bytes")
        }
    }

    /// Steps over the bracket of an array, or over record separators.
    ///
    /// - Returns: false if more bytes are needed, or there are none.
    private mutating func skipOpening() throws(JSONError) -> Bool {
        let opening: UInt8 = framing == .array ? UInt8(ascii: "[") : 0x1E
        try skipWhitespace(
            except: opening, expected: framing == .array ? "an array" : "a record separator (0x1E, RFC 7464)")
        guard frameStart < buffer.count else {
            guard hasEnded else { return false }
            isFinished = true
            if framing == .array {
                throw JSONError(
                    .syntax, at: bufferOffset + frameStart, expected: "an array", found: "the end of the text")
            }
            return false
        }
        frameStart += 1
        scanner = JSONFrameScanner(position: frameStart)
        return true
    }

    private mutating func skipWhitespace(except byte: UInt8? = nil, expected: String) throws(JSONError) {
        while frameStart < buffer.count, buffer[frameStart] != byte {
            guard isJSONWhitespace(buffer[frameStart]) else {
                throw JSONFrame(
                    bytes: buffer[frameStart...], offset: bufferOffset + frameStart, framing: framing, index: frameCount
                ).failure(expected: expected)
            }
            frameStart += 1
        }
        scanner.position = frameStart
    }
}
