/// Writes the values of a stream of JSON one after the other.
public struct JSONSequenceEncoder: Sendable {
    private let framing: JSONFraming
    private let options: JSONEncodingOptions
    private var isFirst = true

    /// - Parameter options: `isPretty` applies to arrays and text sequences; a line is always one line.
    public init(framing: JSONFraming, options: JSONEncodingOptions = JSONEncodingOptions()) {
        self.framing = framing
        self.options = options
    }

    /// The bytes that the next value adds to the stream.
    ///
    /// - Throws: `JSONError` if the value has a number that is not finite.
    public mutating func encode<Value: JSONCodable>(_ value: Value) throws(JSONError) -> [UInt8] {
        var options = options
        if framing == .lines { options.isPretty = false }
        let text = try JSON.encode(value, options: options)
        defer { isFirst = false }
        return switch framing {
        case .array: [UInt8(ascii: isFirst ? "[" : ",")] + text
        case .lines: text + [UInt8(ascii: "\n")]
        case .textSequence: [0x1E] + text + [UInt8(ascii: "\n")]
        }
    }

    /// The bytes after the last value; empty but for an array.
    public func finish() -> [UInt8] {
        framing == .array ? Array((isFirst ? "[]" : "]").utf8) : []
    }
}
