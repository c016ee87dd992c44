/// A type that can be decoded from and encoded as JSON.
///
/// Generated types conform through `ObjectModel`, `UnionModel`, `ClosedEnum`, `OpenEnum`, and `TupleModel`. These
/// protocols also implement `Hashable` and `Codable`, so that the compiler synthesizes nothing. Other coders see the
/// JSON form through `JSONValue`. A custom type for a single JSON value conforms through `JSONScalar`.
///
/// ```swift
/// func copy<Value: JSONCodable>(of value: Value) throws -> Value {
///     try JSON.decode(from: JSON.encode(value))
/// }
/// ```
///
/// The requirements work on raw memory because tables hold types, which code shared by all types cannot name.
public protocol JSONCodable: Hashable, Codable, Sendable {
    /// Decodes a value and initializes memory with it. The memory stays uninitialized if an error is thrown.
    static func _decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError)

    /// Encodes the value in memory.
    static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError)

    /// Returns whether the values at two addresses are equal.
    static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool

    /// Whether `null` is a value of this type.
    static var _acceptsNull: Bool { get }
}

extension JSONCodable {
    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        unsafe left.assumingMemoryBound(to: Self.self).pointee == right.assumingMemoryBound(to: Self.self).pointee
    }

    public static var _acceptsNull: Bool { false }
}

/// Implements `hashValue`, which the compiler would otherwise synthesize for each type.
func finalHash(of value: some Hashable) -> Int {
    var hasher = Hasher()
    value.hash(into: &hasher)
    return hasher.finalize()
}

/// Encodes a value with any encoder. It is not inlined because every generated type would contain a copy.
@inline(never)
func encodeJSON(of value: some JSONCodable, to encoder: any Encoder) throws {
    try JSONValue(encoding: value).encode(to: encoder)
}

/// A type with a value for an absent member.
protocol AbsenceRepresentable: JSONCodable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer)
    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool
    /// Returns whether there is no value, because the member is absent or `null`.
    static func isWithoutValue(_ memory: UnsafeRawPointer) -> Bool
    /// Whether the type distinguishes `null` from an absent member.
    static var isPresence: Bool { get }
    /// The type of a value that is present.
    static var wrapped: any JSONCodable.Type { get }
    /// The layout of an optional, or `nil` for other types.
    static var optionalLayout: OptionalLayout? { get }
}

extension AbsenceRepresentable {
    static var optionalLayout: OptionalLayout? { nil }
}
