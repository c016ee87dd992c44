import HTTPTypes

/// Requests the rest of a streamed response after a lost connection.
struct Resumption: Sendable {
    /// The header fields of the first response.
    let headers: HTTPFields
    /// Sends the request again with further header fields.
    let send: @Sendable (HTTPFields) async throws -> (HTTPResponse, HTTPBody)

    init(
        headers: HTTPFields, send: @escaping @Sendable (HTTPFields) async throws -> (HTTPResponse, HTTPBody)
    ) {
        self.headers = headers
        self.send = send
    }

    /// The validator for `If-Range`: a strong `ETag`, or `Last-Modified` (RFC 9110, section 13.1.5).
    var validator: String? {
        if let tag = headers[.eTag], !tag.hasPrefix("W/") { return tag }
        return headers[.lastModified]
    }
}

extension HTTPBody {
    /// Returns the same body, continued by a request for the rest after the connection is lost (RFC 9110, section 14).
    ///
    /// ```swift
    /// let report = try await client.downloadReport(id: id).resuming()
    /// ```
    ///
    /// The rest is requested only if the operation may be repeated, and the response has a strong `ETag` or a
    /// `Last-Modified`, so that the parts are those of one file. Otherwise the error of the connection is thrown.
    ///
    /// - Parameter attempts: The number of failures in a row after which the error is thrown.
    public func resuming(upTo attempts: Int = 5, delay: Duration = .seconds(1)) -> HTTPBody {
        guard let resumption, resumption.validator != nil else { return self }
        let chunks = ResumedBytes(body: self, resumption: resumption, attempts: attempts, delay: delay)
        return HTTPBody(streaming: chunks, length: length, contentType: contentType)
    }
}

/// The chunks of a body and of the responses with its rest.
private struct ResumedBytes: AsyncSequence, Sendable {
    let body: HTTPBody
    let resumption: Resumption
    let attempts: Int
    let delay: Duration

    struct AsyncIterator: AsyncIteratorProtocol {
        let bytes: ResumedBytes
        var chunks: HTTPBody.Iterator
        var count: Int64 = 0
        var failures = 0

        mutating func next() async throws -> [UInt8]? {
            while true {
                do {
                    guard let chunk = try await chunks.next() else { return nil }
                    count += Int64(chunk.count)
                    failures = 0
                    return chunk
                } catch {
                    try await resume(after: error)
                }
            }
        }

        private mutating func resume(after error: any Error) async throws {
            failures += 1
            guard failures <= bytes.attempts, !(error is CancellationError), !(error is HTTPBodyError),
                !Task.isCancelled
            else { throw error }
            try await Task.sleep(for: bytes.delay * (1 << Swift.min(failures - 1, 5)))
            var fields = HTTPFields()
            fields[.range] = "bytes=\(count)-"
            fields[.ifRange] = bytes.resumption.validator
            let (head, body): (HTTPResponse, HTTPBody)
            do {
                (head, body) = try await bytes.resumption.send(fields)
            } catch {
                return try await resume(after: error)
            }
            // With another status, the file has changed, or the server has no ranges.
            guard head.status == .partialContent, head.headerFields[.contentRange]?.hasPrefix("bytes \(count)-") == true
            else { throw error }
            chunks = body.makeAsyncIterator()
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(bytes: self, chunks: body.makeAsyncIterator()) }
}
