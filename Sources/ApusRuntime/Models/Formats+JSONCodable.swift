#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension DateTime: JSONFormattedString, JSONModel {
    public static var formatDescription: String { "a date and time (RFC 3339)" }
}

extension CalendarDate: JSONFormattedString, JSONModel {
    public static var formatDescription: String { "a date (RFC 3339)" }
}

extension Base64Data: JSONFormattedString, JSONModel {
    public static var formatDescription: String { "bytes in Base64 (RFC 4648)" }
}

extension UUID: JSONFormattedString {
    public static var formatDescription: String { "a UUID (RFC 9562)" }
}

extension URL: JSONFormattedString {
    public static var formatDescription: String { "a URI (RFC 3986)" }

    /// Nil also if Foundation would not keep the text as it is.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        let text = String(decoding: utf8, as: UTF8.self)
        guard let url = URL(string: text), url.absoluteString == text else { return nil }
        self = url
    }

    public func append(to text: inout [UInt8]) { text.append(contentsOf: absoluteString.utf8) }
}

extension Decimal: JSONScalar {
    /// Throws if the number has more digits than a `Decimal` holds.
    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let text = try reader.readNumberText()
        guard let value = Decimal(string: text), JSONDecimal(value.description) == JSONDecimal(unchecked: text) else {
            throw reader.invalidValue(at: offset, expected: "a decimal number of at most 38 digits", found: text)
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        guard isFinite else {
            throw JSONError(.notFinite, expected: "a finite number", found: description)
        }
        writer.write(numberText: description)
    }
}
