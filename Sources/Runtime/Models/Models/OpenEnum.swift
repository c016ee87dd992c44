/// A string or integer enum that keeps values it does not list, used where values are received.
///
/// ```swift
/// switch job.status {
/// case .running: wait()
/// case .unrecognized(let value): print("newer than the description:", value)
/// default: break
/// }
/// ```
public protocol OpenEnum: JSONCodable {
    associatedtype RawValue: JSONScalar

    /// The listed values.
    static var allCases: [Self] { get }
    static func unrecognized(_ rawValue: RawValue) -> Self
    var rawValue: RawValue { get }
}

// Enums for which the description itself allows other values can be written as string literals.
extension OpenEnum where Self: ExpressibleByStringLiteral, RawValue == String {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension OpenEnum {
    /// Creates the listed case with this value, or `unrecognized`.
    public init(rawValue: RawValue) {
        self =
            Self.allCases.first { $0.rawValue == rawValue && haveSameCodePoints($0.rawValue, rawValue) }
            ?? .unrecognized(rawValue)
    }

    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe memory.initializeMemory(as: Self.self, to: Self(rawValue: try RawValue(json: &reader)))
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try memory.assumingMemoryBound(to: Self.self).pointee.rawValue.write(json: &writer)
    }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    public var hashValue: Int { finalHash(of: self) }

    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }

    public func encode(to encoder: any Encoder) throws { try encodeJSON(of: self, to: encoder) }
}
