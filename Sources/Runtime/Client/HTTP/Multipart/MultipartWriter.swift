import HTTPTypes

/// Writes parts as a multipart body (RFC 2046, section 5.1.1).
package struct MultipartWriter {
    /// 128 random bits, so that no part contains the boundary.
    package let boundary =
        "apus-" + (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined(separator: "-")

    package init() {}

    package func body(of parts: [MultipartPart]) -> HTTPBody {
        var segments: [HTTPBody] = []
        for part in parts {
            var head = "--\(boundary)\r\n"
            for field in part.headers { head += "\(field.name.rawName): \(field.value)\r\n" }
            segments += [HTTPBody(head + "\r\n"), part.body, HTTPBody("\r\n")]
        }
        segments.append(HTTPBody("--\(boundary)--\r\n"))
        return HTTPBody(concatenating: segments)
    }
}

extension HTTPBody {
    /// Creates a concatenation of bodies: in memory if all of them are, or else streamed.
    init(concatenating bodies: [HTTPBody]) {
        let bytes = bodies.map(\.bytesInMemory)
        if bytes.allSatisfy({ $0 != nil }) {
            self.init(bytes.flatMap { $0 ?? [] })
            return
        }
        var length = Length.known(0)
        for body in bodies {
            guard case .known(let sum) = length, case .known(let count) = body.length else {
                length = .unknown
                break
            }
            length = .known(sum + count)
        }
        self.init(
            streaming: Concatenation(bodies: bodies), length: length,
            iteration: bodies.allSatisfy { $0.iteration == .multiple } ? .multiple : .single)
    }
}

private struct Concatenation: AsyncSequence, Sendable {
    let bodies: [HTTPBody]

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: ArraySlice<HTTPBody>
        var chunks: HTTPBody.Iterator?

        mutating func next() async throws -> [UInt8]? {
            while true {
                if let chunk = try await chunks?.next() { return chunk }
                guard let body = rest.popFirst() else { return nil }
                chunks = body.makeAsyncIterator()
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bodies[...]) }
}
