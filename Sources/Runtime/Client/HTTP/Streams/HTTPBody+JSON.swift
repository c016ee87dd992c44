import ApusModels

extension HTTPBody {
    /// Creates a body that encodes values while it is sent.
    ///
    /// - Parameter iteration: `.multiple` if `values` returns the same values in each iteration.
    public init<Values: AsyncSequence & Sendable>(
        encoding values: Values, framing: JSONFraming, options: JSONEncodingOptions = JSONEncodingOptions(),
        iteration: Iteration = .single
    ) where Values.Element: JSONCodable {
        self.init(
            streaming: EncodedValues(values: values, encoder: JSONSequenceEncoder(framing: framing, options: options)),
            iteration: iteration)
    }
}

private struct EncodedValues<Values: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Values.Element: JSONCodable {
    let values: Values
    let encoder: JSONSequenceEncoder

    struct AsyncIterator: AsyncIteratorProtocol {
        var values: Values.AsyncIterator
        var encoder: JSONSequenceEncoder
        var isFinished = false

        mutating func next() async throws -> [UInt8]? {
            if isFinished { return nil }
            if let value = try await values.next() { return try encoder.encode(value) }
            isFinished = true
            return encoder.finish()
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(values: values.makeAsyncIterator(), encoder: encoder)
    }
}
