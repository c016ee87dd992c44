/// How the shared code treats a stored property: the commonest types without a detour through their conformance.
enum FieldKind: UInt8 {
    case other
    case string, int, double, bool
    case optionalString, optionalInt, optionalDouble, optionalBool
    case strings, optionalStrings
    // Generic code that is not specialised is slow for dictionaries above all.
    case stringMap, optionalStringMap, valueMap, optionalValueMap

    init(_ type: any JSONCodable.Type) {
        self = Self.kinds[ObjectIdentifier(type)] ?? .other
    }

    private static let kinds: [ObjectIdentifier: FieldKind] = [
        ObjectIdentifier(String.self): .string,
        ObjectIdentifier(Int.self): .int,
        ObjectIdentifier(Double.self): .double,
        ObjectIdentifier(Bool.self): .bool,
        ObjectIdentifier(String?.self): .optionalString,
        ObjectIdentifier(Int?.self): .optionalInt,
        ObjectIdentifier(Double?.self): .optionalDouble,
        ObjectIdentifier(Bool?.self): .optionalBool,
        ObjectIdentifier([String].self): .strings,
        ObjectIdentifier([String]?.self): .optionalStrings,
        ObjectIdentifier([String: String].self): .stringMap,
        ObjectIdentifier([String: String]?.self): .optionalStringMap,
        ObjectIdentifier([String: JSONValue].self): .valueMap,
        ObjectIdentifier([String: JSONValue]?.self): .optionalValueMap,
    ]
}
