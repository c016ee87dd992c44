/// The name of a declared type within its API.
public struct TypeID: Hashable, Sendable, Comparable {
    /// The name, which is unique in the API: the key of a component, or a path of names such as `Session.status`.
    public let name: String
    /// The hash of the name. It is computed once, because tables use it about a dozen times for each type.
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

/// The type of a value in the API.
public indirect enum Type: Hashable, Sendable {
    case boolean
    case integer(IntegerFormat)
    case number(NumberFormat)
    /// A string. `format` is a format that has no type in the IR, such as `email`, or `nil`.
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
    /// No value is valid (`false`, `not: {}`).
    case never
}

public enum IntegerFormat: String, Sendable {
    /// An integer without a format, of 64 bits.
    case unspecified, int8, int16, int32, int64, uint8, uint16, uint32, uint64
}

public enum NumberFormat: String, Sendable {
    /// A number without a format, a double.
    case unspecified, float, double, decimal
    /// A number beside integers or values of other types. It keeps its digits as written.
    case exact
}

/// The use of a type, with its own nullability and constraints.
public struct TypeUse: Hashable, Sendable {
    public var type: Type
    /// Whether JSON `null` is allowed beside the values of `type`.
    public var isNullable: Bool
    /// The assertions of this use, in addition to those of the type's declaration.
    public var constraints: Constraints
    public var origin: Origin

    public init(_ type: Type, isNullable: Bool = false, constraints: Constraints = Constraints(), origin: Origin) {
        self.type = type
        self.isNullable = isNullable
        self.constraints = constraints
        self.origin = origin
    }
}
