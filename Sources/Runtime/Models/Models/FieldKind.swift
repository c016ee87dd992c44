/// The kind of a stored property's type, after unwrapping an optional.
///
/// Shared code handles the most common types directly, without calling through their conformance.
enum FieldKind: UInt8 {
    case other
    case string, int, double, bool, uuid, dateTime
    case strings
    // Unspecialized generic code is especially slow for dictionaries.
    case stringMap, valueMap
    /// Another array or dictionary.
    case container
    /// An `OpenEnum` of strings.
    case openEnum

    init(_ type: any JSONCodable.Type) {
        self = Self.kinds[ObjectIdentifier(type)] ?? .other
    }

    private static let kinds: [ObjectIdentifier: FieldKind] = [
        ObjectIdentifier(String.self): .string,
        ObjectIdentifier(Int.self): .int,
        ObjectIdentifier(Double.self): .double,
        ObjectIdentifier(Bool.self): .bool,
        ObjectIdentifier(UUID.self): .uuid,
        ObjectIdentifier(DateTime.self): .dateTime,
        ObjectIdentifier([String].self): .strings,
        ObjectIdentifier([String: String].self): .stringMap,
        ObjectIdentifier([String: JSONValue].self): .valueMap,
    ]
}
