import ApusModels

/// The values of a body of consecutive JSON values, in memory or encoded while they are sent.
///
/// ```swift
/// try await client.importEvents([.init(name: "start"), .init(name: "end")])
/// try await client.importEvents(JSONElements(streaming: events))
/// ```
public struct JSONElements<Element: JSONCodable>: Sendable, ExpressibleByArrayLiteral {
    /// The values if they are in memory, or `nil`.
    public let elements: [Element]?
    /// Creates the body of values that are not in memory.
    private let encode: (@Sendable (JSONFraming) -> HTTPBody)?

    /// Creates a sequence of values in memory.
    public init(_ elements: [Element]) {
        self.elements = elements
        encode = nil
    }

    public init(arrayLiteral elements: Element...) { self.init(elements) }

    /// Creates a sequence of values that are encoded while they are sent.
    public init<Values: AsyncSequence & Sendable>(streaming values: Values) where Values.Element == Element {
        elements = nil
        encode = { HTTPBody(encoding: values, framing: $0) }
    }

    /// Returns the body, in memory if the values are.
    package func body(_ framing: JSONFraming) throws(JSONError) -> HTTPBody {
        if let encode { return encode(framing) }
        var encoder = JSONSequenceEncoder(framing: framing)
        var bytes: [UInt8] = []
        for element in elements ?? [] { bytes += try encoder.encode(element) }
        return HTTPBody(bytes + encoder.finish())
    }
}
