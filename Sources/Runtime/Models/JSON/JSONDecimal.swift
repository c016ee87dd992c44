/// A number that keeps the digits it was written with.
///
/// It holds numbers that neither `Int` nor `Double` holds exactly. Unions of numbers with other types use it too.
/// Create one from a literal, and read it with ``integer`` or ``doubleValue``.
///
/// ```swift
/// let price: JSONDecimal = 9.5
/// let exact = JSONDecimal("0.1234567890123456789")
/// ```
public struct JSONDecimal: Hashable, Sendable, CustomStringConvertible {
    /// The number as written, in JSON's grammar.
    public let text: String

    /// Creates a number from text, or returns `nil` if the text is not a JSON number (RFC 8259 §6).
    public init?(_ text: String) {
        guard Self.isNumber(text) else { return nil }
        self.text = text
    }

    init(unchecked text: String) { self.text = text }

    public init(_ value: some BinaryInteger) { text = value.description }

    /// Creates a number with the shortest digits that read back as `value`. Only finite values can be encoded.
    public init(_ value: Double) {
        var description = value.description
        if description.hasSuffix(".0") { description.removeLast(2) }
        text = description
    }

    /// The number as an `Int`, or `nil` if it has a fraction or does not fit.
    public var integer: Int? {
        if let value = Int(text) { return value }
        return scanned?.int64.flatMap { Int(exactly: $0) }
    }

    /// The nearest `Double`, infinite if the number is too large.
    public var doubleValue: Double { Double(text) ?? .nan }

    public var description: String { text }

    /// Compares the values of two numbers, not their spelling.
    public static func == (left: Self, right: Self) -> Bool {
        if left.text == right.text { return true }
        guard let left = left.scanned, let right = right.scanned else { return false }
        return left == right
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(scanned) }

    /// The value in a normalized form, or `nil` if it is not finite.
    var scanned: ScannedNumber? { Self.scan(text) }

    /// The value as validation compares it.
    var number: Number {
        if let value = Int64(text) { return .integer(value) }
        return scanned.map { .exact($0) } ?? .double(doubleValue)
    }

    static func isNumber(_ text: String) -> Bool { scan(text) != nil }

    private static func scan(_ text: String) -> ScannedNumber? {
        let padded = PaddedText(copying: text.utf8)
        var reader = JSONReader(padded, options: JSONDecodingOptions())
        guard let number = try? reader.scanNumber(expected: "a number"), reader.position == padded.count else {
            return nil
        }
        // The reader skips leading white space, which is not part of a number.
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || first >= UInt8(ascii: "0") else { return nil }
        return number
    }
}
