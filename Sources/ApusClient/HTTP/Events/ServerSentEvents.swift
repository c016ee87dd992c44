/// The events of a body in `text/event-stream`, while they arrive.
public struct ServerSentEvents: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let maximumEventBytes: Int

    /// - Parameter maximumEventBytes: how many bytes one event may have.
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

        /// The next event, nil at the end of the stream. What is left of an event that the stream's end cuts off is
        /// dropped.
        ///
        /// - Throws: ``ServerSentEventError`` or what the body throws.
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
