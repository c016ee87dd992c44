/// The events of a `text/event-stream` body, parsed while they are received.
public struct ServerSentEvents: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let maximumEventBytes: Int

    /// - Parameter maximumEventBytes: The maximum size of one event in bytes.
    public init(_ body: HTTPBody, maximumEventBytes: Int = 16 << 20) {
        self.body = body
        self.maximumEventBytes = maximumEventBytes
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var chunks: HTTPBody.Iterator
        private var parser: ServerSentEventParser
        private var waiting: ArraySlice<ServerSentEvent> = []

        fileprivate init(_ events: ServerSentEvents) {
            chunks = events.body.makeAsyncIterator()
            parser = ServerSentEventParser(maximumEventBytes: events.maximumEventBytes)
        }

        /// Returns the next event, or `nil` at the end of the stream. An incomplete event at the end is dropped.
        ///
        /// - Throws: ``ServerSentEventError`` or the error of the body.
        public mutating func next() async throws -> ServerSentEvent? {
            while waiting.isEmpty {
                guard let chunk = try await chunks.next() else { return nil }
                waiting = try parser.events(in: chunk)[...]
            }
            return waiting.removeFirst()
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}
