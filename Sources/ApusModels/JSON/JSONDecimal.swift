/// A number with the digits it was written with.
///
/// It holds what neither `Int` nor `Double` holds exactly, and what may be either: a number beside integers, strings or
/// other alternatives. Literals make it, and ``integer`` and ``doubleValue`` read it.
public struct JSONDecimal: Hashable, Sendable, CustomStringConvertible {
    /// The number as spelled, by JSON's grammar.
    public let text: String

    /// - Returns: nil if the text is not a number by JSON's grammar (RFC 8259 §6).
    public init?(_ text: String) {
        guard Self.isNumber(text) else { return nil }
        self.text = text
    }

    init(unchecked text: String) { self.text = text }

    public init(_ value: some BinaryInteger) { text = value.description }

    /// The shortest digits that read back as the same number. One that is not finite cannot be encoded.
    public init(_ value: Double) {
        var description = value.description
        if description.hasSuffix(".0") { description.removeLast(2) }
        text = description
    }

    /// The number as an integer, if it is one that fits.
    public var integer: Int? {
        if let value = Int(text) { return value }
        return scanned?.int64.flatMap { Int(exactly: $0) }
    }

    /// The nearest number of double precision; infinite if there is none.
    public var doubleValue: Double { Double(text) ?? .nan }

    public var description: String { text }

    /// Numbers are equal if they have the same value, however they are spelled.
    public static func == (left: Self, right: Self) -> Bool {
        if left.text == right.text { return true }
        guard let left = left.scanned, let right = right.scanned else { return false }
        return left == right
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(scanned) }

    /// The value in a form that only depends on the value; nil if it is not finite.
    var scanned: ScannedNumber? { Self.scan(text) }

    /// The value for validation.
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
        // White space before it is not part of a number.
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || first >= UInt8(ascii: "0") else { return nil }
        return number
    }
}
