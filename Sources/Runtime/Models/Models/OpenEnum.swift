/// A string or integer enum that keeps values it does not list, used where values are received.
///
/// ```swift
/// switch job.status {
/// case .running: wait()
/// case .unrecognized(let value): print("newer than the description:", value)
/// default: break
/// }
/// ```
///
/// `allCases` are the listed values.
public protocol OpenEnum: JSONCodable, RawRepresentable, CaseIterable where RawValue: JSONScalar, AllCases == [Self] {
    static func unrecognized(_ rawValue: RawValue) -> Self
}

// Enums for which the description itself allows other values can be written as string literals.
extension OpenEnum where Self: ExpressibleByStringLiteral, RawValue == String {
    public init(stringLiteral value: String) { self = .listed(value) ?? .unrecognized(value) }
}

extension OpenEnum {
    /// Creates the listed case with this value, or `unrecognized`.
    public init(rawValue: RawValue) { self = .listed(rawValue) ?? .unrecognized(rawValue) }

    private static func listed(_ rawValue: RawValue) -> Self? {
        allCases.first { $0.rawValue == rawValue && haveSameCodePoints($0.rawValue, rawValue) }
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

// The more specific overloads of `ClosedEnum`, for the same reason.

extension OpenEnum where RawValue == String {
    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension OpenEnum where RawValue == Int {
    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
