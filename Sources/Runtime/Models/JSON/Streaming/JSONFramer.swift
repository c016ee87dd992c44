/// Splits a stream into the texts of its values as bytes arrive.
///
/// It only finds where values end. It may split a malformed stream at the wrong places, but then at least one frame
/// fails to decode, so that every error is found.
package struct JSONFramer {
    private let framing: JSONFraming
    private let maximumFrameBytes: Int
    private var state: State
    private var scanner = JSONFrameScanner()

    /// The bytes not yet returned as frames, possibly after some that were.
    private var buffer: [UInt8] = []
    /// The position of the buffer in the stream.
    private var bufferOffset = 0
    /// The position of the current frame in the buffer.
    private var frameStart = 0
    private var frameCount = 0
    private var hasEnded = false
    package private(set) var isFinished = false

    private enum State {
        /// Before the opening bracket of an array or a record separator.
        case opening
        case frame
        /// After the closing bracket of an array.
        case closed
    }

    package init(_ framing: JSONFraming, maximumFrameBytes: Int) {
        self.framing = framing
        self.maximumFrameBytes = maximumFrameBytes
        state = framing == .lines ? .frame : .opening
    }

    /// Appends the next bytes of the stream.
    package mutating func append(_ chunk: [UInt8]) {
        let isConsumed = frameStart == buffer.count
        bufferOffset += frameStart
        if isConsumed {
            buffer = chunk
        } else {
            buffer.removeSubrange(..<frameStart)
            buffer.append(contentsOf: chunk)
        }
        scanner.position -= frameStart
        frameStart = 0
    }

    /// Marks the end of the stream.
    package mutating func finish() { hasEnded = true }

    /// Returns the next frame, or `nil` if more bytes are needed or the stream is finished.
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

    /// Returns the frame whose delimiter is at `end`, or `nil` if it is blank.
    private mutating func cut(at end: Int) throws(JSONError) -> JSONFrame? {
        try checkSize(end)
        let isRecordSeparator = buffer[end] == 0x1E
        // Decoding checks the delimiter, except for a record separator, which belongs to the next frame.
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

    /// Returns the rest of the stream as a frame.
    private mutating func lastFrame() throws(JSONError) -> JSONFrame? {
        isFinished = true
        try checkSize(buffer.count)
        let frame = JSONFrame(
            bytes: buffer[frameStart...], offset: bufferOffset + frameStart, framing: framing, index: frameCount)
        // An array that ends here is incomplete, which decoding the frame reports.
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

    /// Skips the opening bracket of an array or a record separator.
    ///
    /// - Returns: `false` if more bytes are needed or the stream is finished.
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
