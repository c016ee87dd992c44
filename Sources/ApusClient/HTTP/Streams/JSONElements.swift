import ApusModels

/// Values that a body is made of, one after the other: in memory, or encoded while they are sent.
public struct JSONElements<Element: JSONCodable>: Sendable, ExpressibleByArrayLiteral {
    /// The values, if they are in memory.
    public let elements: [Element]?
    /// Makes a body of values that are not.
    private let encode: (@Sendable (JSONFraming) -> HTTPBody)?

    /// Values in memory.
    public init(_ elements: [Element]) {
        self.elements = elements
        encode = nil
    }

    public init(arrayLiteral elements: Element...) { self.init(elements) }

    /// Values that are made while they are sent.
    public init<Values: AsyncSequence & Sendable>(streaming values: Values) where Values.Element == Element {
        elements = nil
        encode = { HTTPBody(encoding: values, framing: $0) }
    }

    /// The body, in memory if the values are.
    func body(_ framing: JSONFraming) throws(JSONError) -> HTTPBody {
        if let encode { return encode(framing) }
        var encoder = JSONSequenceEncoder(framing: framing)
        var bytes: [UInt8] = []
        for element in elements ?? [] { bytes += try encoder.encode(element) }
        return HTTPBody(bytes + encoder.finish())
    }
}
