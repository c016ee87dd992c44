import HTTPTypes

/// The events of a `text/event-stream` body, parsed while they are received.
public struct ServerSentEvents: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let maximumEventBytes: Int
    /// The number of failures in a row that ends a stream.
    private var maximumReconnections = 0

    /// - Parameter maximumEventBytes: The maximum size of one event in bytes.
    public init(_ body: HTTPBody, maximumEventBytes: Int = 16 << 20) {
        self.body = body
        self.maximumEventBytes = maximumEventBytes
    }

    /// Returns the same events, continued by another request after the connection is lost.
    ///
    /// The request has the ID of the last complete event (`Last-Event-ID`), and is sent after the time that the server
    /// named (`retry`), or a second. It is sent only if the operation may be repeated and an event had an ID. A server ends
    /// the stream with status 204. After any other response without events, the error of the connection is thrown.
    ///
    /// - Parameter attempts: The number of failures in a row after which the error is thrown.
    public func reconnecting(upTo attempts: Int = 5) -> ServerSentEvents {
        var events = self
        events.maximumReconnections = attempts
        return events
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let events: ServerSentEvents
        private var chunks: HTTPBody.Iterator
        private var parser: ServerSentEventParser
        private var waiting: ArraySlice<ServerSentEvent> = []
        private var failures = 0
        private var delay = Duration.seconds(1)
        private var isFinished = false

        fileprivate init(_ events: ServerSentEvents) {
            self.events = events
            chunks = events.body.makeAsyncIterator()
            parser = ServerSentEventParser(maximumEventBytes: events.maximumEventBytes)
        }

        /// Returns the next event, or `nil` at the end of the stream. An incomplete event at the end is dropped.
        ///
        /// - Throws: ``ServerSentEventError`` or the error of the body.
        public mutating func next() async throws -> ServerSentEvent? {
            while waiting.isEmpty {
                if isFinished { return nil }
                do {
                    guard let chunk = try await chunks.next() else { return nil }
                    waiting = try parser.events(in: chunk)[...]
                    if !waiting.isEmpty { failures = 0 }
                } catch {
                    try await reconnect(after: error)
                }
            }
            return waiting.removeFirst()
        }

        private mutating func reconnect(after error: any Error) async throws {
            failures += 1
            guard let resumption = events.body.resumption, failures <= events.maximumReconnections,
                !parser.lastID.isEmpty,
                !(error is ServerSentEventError), !(error is CancellationError), !Task.isCancelled
            else { throw error }
            if let time = parser.reconnectionTime { delay = time }
            // Doubles with each failure, up to half a minute more than the server's time.
            try await Task.sleep(for: Swift.min(delay * (1 << Swift.min(failures - 1, 5)), delay + .seconds(30)))
            var fields = HTTPFields()
            fields[.lastEventID] = parser.lastID
            let (head, body): (HTTPResponse, HTTPBody)
            do {
                (head, body) = try await resumption.send(fields)
            } catch {
                return try await reconnect(after: error)
            }
            if head.status == .noContent {
                isFinished = true
                return
            }
            guard head.status == .ok, MediaType(head.headerFields[.contentType] ?? "")?.essence == "text/event-stream"
            else { throw error }
            chunks = body.makeAsyncIterator()
            parser = ServerSentEventParser(maximumEventBytes: events.maximumEventBytes, lastID: parser.lastID)
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension HTTPField.Name {
    fileprivate static var lastEventID: Self { Self("Last-Event-ID")! }
}
