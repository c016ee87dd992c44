/// Encodes a sequence of values as one stream of JSON.
///
/// ```swift
/// var encoder = JSONSequenceEncoder(framing: .lines)
/// for record in records { bytes += try encoder.encode(record) }
/// bytes += encoder.finish()
/// ```
public struct JSONSequenceEncoder: Sendable {
    private let framing: JSONFraming
    private let options: JSONEncodingOptions
    private var isFirst = true

    /// - Parameter options: `isPretty` has no effect with `lines`.
    public init(framing: JSONFraming, options: JSONEncodingOptions = JSONEncodingOptions()) {
        self.framing = framing
        self.options = options
    }

    /// Encodes the next value and returns the bytes to append to the stream.
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

    /// Returns the bytes after the last value. They are empty unless the values form an array.
    public func finish() -> [UInt8] {
        framing == .array ? Array((isFirst ? "[]" : "]").utf8) : []
    }
}
