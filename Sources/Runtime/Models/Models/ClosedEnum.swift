/// A string or integer enum that accepts only its listed values, used where values are sent.
public protocol ClosedEnum: JSONCodable, RawRepresentable, CaseIterable where RawValue: JSONScalar {}

extension ClosedEnum {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let rawValue = try RawValue(json: &reader)
        guard let value = Self(rawValue: rawValue), haveSameCodePoints(value.rawValue, rawValue) else {
            throw reader.invalidValue(
                at: offset, expected: JSONError.listedValue + "\(Self.self)", found: "another value")
        }
        unsafe memory.initializeMemory(as: Self.self, to: value)
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

/// Returns whether two equal values are the same in JSON. Swift strings are equal if they are canonically equivalent.
func haveSameCodePoints<Value>(_ left: Value, _ right: Value) -> Bool {
    guard Value.self == String.self, let left = left as? String, let right = right as? String else { return true }
    return left.utf8.elementsEqual(right.utf8)
}

// The standard library has the same functions for raw values that are strings or integers. The compiler cannot choose
// between two equally good defaults and synthesizes a keyed form instead. These more specific overloads win.

extension ClosedEnum where RawValue == String {
    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension ClosedEnum where RawValue == Int {
    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
