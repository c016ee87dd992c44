/// A type that this module can read from JSON and write as JSON.
///
/// Generated types conform through `ObjectModel`, `UnionModel`, `ClosedEnum`, `OpenEnum` and `TupleModel`, which have
/// all of `Hashable` and `Codable` too, so that nothing is synthesised: coders other than this module's see the JSON form
/// by way of `JSONValue`. An own type that is one JSON value conforms through `JSONScalar`. The requirements work on raw
/// memory because tables hold types, and code that is written once for all types cannot name them.
public protocol JSONCodable: Hashable, Codable, Sendable {
    /// Reads a value, and initialises the memory with it. The memory stays uninitialised if it throws.
    static func _decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError)

    /// Writes the value in the memory.
    static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError)

    /// Whether the values in two places are equal.
    static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool

    /// Whether JSON's `null` is a value of this type.
    static var _acceptsNull: Bool { get }
}

extension JSONCodable {
    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        unsafe left.assumingMemoryBound(to: Self.self).pointee == right.assumingMemoryBound(to: Self.self).pointee
    }

    public static var _acceptsNull: Bool { false }
}

/// What `hashValue` is; a type without it would have the compiler make one.
func finalHash(of value: some Hashable) -> Int {
    var hasher = Hasher()
    value.hash(into: &hasher)
    return hasher.finalize()
}

/// Not inlined, as every generated type would have a copy.
@inline(never)
func encodeJSON(of value: some JSONCodable, to encoder: any Encoder) throws {
    try JSONValue(encoding: value).encode(to: encoder)
}

/// A type that has a value for a member that is not there.
protocol AbsenceRepresentable: JSONCodable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer)
    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool
    /// Whether there is no value: it is absent or `null`.
    static func isWithoutValue(_ memory: UnsafeRawPointer) -> Bool
    /// Whether the type tells `null` from absence.
    static var isPresence: Bool { get }
    /// The type of a value that is there.
    static var wrapped: any JSONCodable.Type { get }
    /// How the memory of an optional is laid out; nil for other types.
    static var optionalLayout: OptionalLayout? { get }
}

extension AbsenceRepresentable {
    static var optionalLayout: OptionalLayout? { nil }
}
