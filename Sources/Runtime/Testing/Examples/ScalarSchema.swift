import ApusExamples
import ApusModels

/// The JSON Schema of a type with its own code for a single value.
enum ScalarSchema {
    static func schema(of type: any JSONCodable.Type) -> JSONValue {
        if let known = known[ObjectIdentifier(type)] { return known }
        if let type = type as? any (FixedWidthInteger & JSONCodable).Type { return integers(type) }
        return ["enum": .array(trials.filter { decodes($0, as: type) })]
    }

    private static let known: [ObjectIdentifier: JSONValue] = [
        ObjectIdentifier(String.self): ["type": "string"],
        ObjectIdentifier(Bool.self): ["type": "boolean"],
        ObjectIdentifier(Double.self): ["type": "number"],
        ObjectIdentifier(Float.self): ["type": "number"],
        ObjectIdentifier(Decimal.self): ["type": "number"],
        ObjectIdentifier(JSONDecimal.self): ["type": "number"],
        ObjectIdentifier(UUID.self): ["type": "string", "format": "uuid"],
        ObjectIdentifier(DateTime.self): ["type": "string", "format": "date-time"],
        ObjectIdentifier(CalendarDate.self): ["type": "string", "format": "date"],
        ObjectIdentifier(URL.self): ["type": "string", "format": "uri"],
        ObjectIdentifier(Base64Data.self): ["type": "string", "format": "byte"],
        ObjectIdentifier(JSONValue.self): .object([:]),
        ObjectIdentifier(JSONNull.self): ["type": "null"],
        ObjectIdentifier(JSONNever.self): false,
    ]

    private static func integers<Value: FixedWidthInteger>(_ type: Value.Type) -> JSONValue {
        [
            "type": "integer", "minimum": .integer(Int64(clamping: Value.min)),
            "maximum": .integer(Int64(clamping: Value.max)),
        ]
    }

    // MARK: Types of the user

    /// The values that are tried for a type that only the user knows: texts in many formats, numbers, and others.
    private static let trials: [JSONValue] = {
        let schemas = ExampleSchemas([:])
        var values: [JSONValue] = []
        for seed in UInt64(0)..<8 {
            for format in ExampleMaker.formats + [nil] {
                var maker = ExampleMaker(schemas, style: .random, random: SeededGenerator(seed: seed))
                var schema: JSONObject = ["type": "string"]
                schema["format"] = format.map { .string($0) }
                values.append(maker.make(.object(schema)) ?? "")
            }
            let number = Double(seed)
            values += [.integer(Int64(seed)), .integer(-Int64(seed)), .number(number / 8), .number(number * 12.5)]
        }
        return values + ["", "a", "A", "0", "true", true, false, [], .object([:]), .null]
    }()

    private static func decodes<Value: JSONCodable>(_ json: JSONValue, as type: Value.Type) -> Bool {
        guard let value = try? json.decode(as: type) else { return false }
        return value.violations().isEmpty
    }
}
