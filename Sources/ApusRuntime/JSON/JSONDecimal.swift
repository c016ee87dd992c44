/// A number with the digits it was written with, for what neither `Int` nor `Double` holds exactly.
public struct JSONDecimal: Hashable, Sendable, CustomStringConvertible {
    /// The number as spelled, by JSON's grammar.
    public let text: String

    /// - Returns: nil if the text is not a number by JSON's grammar (RFC 8259 §6).
    public init?(_ text: String) {
        guard Self.isNumber(text) else { return nil }
        self.text = text
    }

    init(unchecked text: String) { self.text = text }

    /// The nearest number of double precision; infinite if there is none.
    public var doubleValue: Double { Double(text) ?? .nan }

    public var description: String { text }

    /// Numbers are equal if they have the same value, however they are spelled.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.scanned == right.scanned
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(scanned) }

    /// The value in a form that only depends on the value.
    var scanned: ScannedNumber { Self.scan(text)! }

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
