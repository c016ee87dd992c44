import ApusByteText

/// Parses `text/event-stream` incrementally (WHATWG HTML, section 9.2.6, "Interpreting an event stream").
struct ServerSentEventParser {
    private let maximumEventBytes: Int
    /// The bytes of the current line.
    private var line: [UInt8] = []
    /// The size of the current event's lines in bytes.
    private var eventBytes = 0
    private var isFirstLine = true
    /// Whether the last byte was a CR. A following LF belongs to it.
    private var endsWithCR = false
    private var event = ""
    private var data: [UInt8] = []
    private var hasData = false
    /// The ID of the last complete event. A server continues a stream after it.
    private(set) var lastID: String
    /// The time to wait before reconnecting that the stream named last. It needs no event.
    private(set) var reconnectionTime: Duration?
    /// The ID of the current event.
    private var id: String
    private var retry: Duration?

    /// - Parameter lastID: The ID of the last event before the stream.
    init(maximumEventBytes: Int, lastID: String = "") {
        self.maximumEventBytes = maximumEventBytes
        self.lastID = lastID
        id = lastID
    }

    /// Returns the events that end in the bytes.
    ///
    /// - Throws: ``ServerSentEventError/tooLarge(maximum:)``.
    mutating func events(in chunk: some Sequence<UInt8>) throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in chunk {
            let followsCR = endsWithCR
            endsWithCR = byte == 0x0D
            if byte == 0x0A, followsCR { continue }
            if byte == 0x0A || byte == 0x0D {
                if let event = endOfLine() { events.append(event) }
                continue
            }
            eventBytes += 1
            if eventBytes > maximumEventBytes { throw ServerSentEventError.tooLarge(maximum: maximumEventBytes) }
            line.append(byte)
        }
        return events
    }

    private mutating func endOfLine() -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        }
        if line.isEmpty { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
        if colon == 0 {
            eventBytes -= line.count
            return nil
        }
        var value = colon.map { line[($0 + 1)...] } ?? []
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        process(String(decoding: line[..<(colon ?? line.count)], as: UTF8.self), value)
        return nil
    }

    private mutating func process(_ field: String, _ value: ArraySlice<UInt8>) {
        switch field {
        case "event": event = String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { data.append(0x0A) }
            hasData = true
            data += value
        case "id": if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        case "retry":
            let isNumber = !value.isEmpty && value.allSatisfy(\.isASCIIDigit)
            if isNumber, let milliseconds = Int64(String(decoding: value, as: UTF8.self)) {
                retry = .milliseconds(milliseconds)
                reconnectionTime = retry
            }
        default: break
        }
    }

    /// Returns the current event, or `nil` if it has no data. Its ID is kept even then.
    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            event = ""
            data.removeAll(keepingCapacity: true)
            hasData = false
            retry = nil
            eventBytes = 0
        }
        lastID = id
        guard hasData else { return nil }
        return ServerSentEvent(
            event: event.isEmpty ? "message" : event, data: String(decoding: data, as: UTF8.self), id: lastID,
            retry: retry)
    }
}
