/// How the shared code treats a stored property, or what its optional wraps: the commonest types without a detour
/// through their conformance.
enum FieldKind: UInt8 {
    case other
    case string, int, double, bool, uuid, dateTime
    case strings
    // Generic code that is not specialised is slow for dictionaries above all.
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
