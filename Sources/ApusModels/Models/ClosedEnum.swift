/// A list of strings or integers that no other value is added to: what is sent.
public protocol ClosedEnum: JSONCodable, RawRepresentable where RawValue: JSONScalar {}

extension ClosedEnum {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let rawValue = try RawValue(json: &reader)
        guard let value = Self(rawValue: rawValue), haveSameCodePoints(value.rawValue, rawValue) else {
            throw reader.invalidValue(at: offset, expected: "a listed value of \(Self.self)", found: "another")
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

/// Whether two equal values are the same JSON: Swift takes canonically equivalent strings for equal.
func haveSameCodePoints<Value>(_ left: Value, _ right: Value) -> Bool {
    guard Value.self == String.self, let left = left as? String, let right = right as? String else { return true }
    return left.utf8.elementsEqual(right.utf8)
}

// The standard library has these for raw values that are strings or integers: where two defaults fit equally well, the
// compiler uses neither and synthesises a keyed form. So there is one here that fits better than both.

extension ClosedEnum where RawValue == String {
    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension ClosedEnum where RawValue == Int {
    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
