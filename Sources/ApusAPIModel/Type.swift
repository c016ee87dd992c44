/// The name of a declared type within its API.
public struct TypeID: Hashable, Sendable, Comparable {
    /// Unique in the API; for a component its key, for an inline schema a path of names such as `Session.status`.
    public let name: String
    /// The hash of the name, which tables ask for a dozen times for each type.
    private let hash: Int

    public init(_ name: String) {
        self.name = name
        hash = name.hashValue
    }

    public static func == (a: TypeID, b: TypeID) -> Bool { a.hash == b.hash && a.name == b.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    public static func < (a: TypeID, b: TypeID) -> Bool { a.name < b.name }
}

extension TypeID: CustomReflectable {
    public var customMirror: Mirror { Mirror(self, children: ["name": name], displayStyle: .struct) }
}

/// What kind of value a place in the API holds.
public indirect enum Type: Hashable, Sendable {
    case boolean
    case integer(IntegerFormat)
    case number(NumberFormat)
    /// A string; `format` is one without a type of its own (`email`, `password` …) or `nil`.
    case string(format: String?)
    /// Bytes as Base64 in a string (`format: byte`, `contentEncoding: base64`).
    case base64
    /// Bytes, as a part of a multipart body.
    case file
    case dateTime
    case date
    case uuid
    case url
    case array(TypeUse)
    /// An object used as a map from any name to one type of value.
    case map(TypeUse)
    /// `prefixItems` of fixed length.
    case tuple([TypeUse])
    case named(TypeID)
    /// Any JSON value.
    case any
    /// Always `null`.
    case null
    /// No value at all (`false`, `not: {}`).
    case never
}

public enum IntegerFormat: String, Sendable {
    /// No format: 64 bits.
    case unspecified, int8, int16, int32, int64, uint8, uint16, uint32, uint64
}

public enum NumberFormat: String, Sendable {
    /// No format: a double.
    case unspecified, float, double, decimal
    /// A number beside integers or values of other types: it keeps the digits that it is written with.
    case exact
}

/// A type in a place: with that place's nullability and constraints.
public struct TypeUse: Hashable, Sendable {
    public var type: Type
    /// Whether JSON `null` is allowed beside the values of `type`.
    public var isNullable: Bool
    /// What is asserted here beyond what the type itself and its declaration say.
    public var constraints: Constraints
    public var origin: Origin

    public init(_ type: Type, isNullable: Bool = false, constraints: Constraints = Constraints(), origin: Origin) {
        self.type = type
        self.isNullable = isNullable
        self.constraints = constraints
        self.origin = origin
    }
}
