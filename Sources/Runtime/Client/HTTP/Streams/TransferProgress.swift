/// The number of bytes of a body that have been sent or received.
public struct TransferProgress: Hashable, Sendable {
    public var completed: Int64
    /// The number of all bytes, or `nil` if it is unknown.
    public var total: Int64?

    public init(completed: Int64, total: Int64? = nil) {
        self.completed = completed
        self.total = total
    }

    /// The completed fraction from 0 to 1, or `nil` if the number of all bytes is unknown.
    public var fraction: Double? { total.map { $0 == 0 ? 1 : min(1, Double(completed) / Double($0)) } }
}

extension HTTPBody {
    /// Returns the same body, whose progress is reported.
    ///
    /// ```swift
    /// try await client.uploadFile(HTTPBody(streaming: chunks, length: .known(size)).reporting { print($0.fraction ?? 0) })
    /// ```
    ///
    /// A chunk of an upload counts when the transport asks for the next one. A body in memory is read in chunks.
    ///
    /// - Parameters:
    ///   - chunkSize: The maximum number of bytes between two reports, for a body in memory.
    ///   - report: Receives the progress of the current iteration, also that of each further attempt.
    public func reporting(
        chunkSize: Int = 64 << 10, _ report: @escaping @Sendable (TransferProgress) -> Void
    ) -> HTTPBody {
        let total: Int64? = if case .known(let count) = length { count } else { nil }
        let chunks = ReportedChunks(body: self, chunkSize: chunkSize, total: total, report: report)
        var body = HTTPBody(streaming: chunks, length: length, iteration: iteration, contentType: contentType)
        body.resumption = resumption
        body.onExcess = onExcess
        return body
    }
}

private struct ReportedChunks: AsyncSequence, Sendable {
    let body: HTTPBody
    let chunkSize: Int
    let total: Int64?
    let report: @Sendable (TransferProgress) -> Void

    struct AsyncIterator: AsyncIteratorProtocol {
        let source: ReportedChunks
        var chunks: HTTPBody.Iterator
        var waiting: ArraySlice<UInt8> = []
        var completed: Int64 = 0

        mutating func next() async throws -> ArraySlice<UInt8>? {
            if completed > 0 { source.report(TransferProgress(completed: completed, total: source.total)) }
            if waiting.isEmpty {
                guard let chunk = try await chunks.next() else { return nil }
                waiting = chunk[...]
            }
            let chunk = source.body.bytesInMemory == nil ? waiting : waiting.prefix(source.chunkSize)
            waiting = waiting.dropFirst(chunk.count)
            completed += Int64(chunk.count)
            return chunk
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: self, chunks: body.makeAsyncIterator()) }
}
