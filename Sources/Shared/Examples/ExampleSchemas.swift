import ApusModels

/// The schemas from which values are made: the members of `$defs`, by name.
package final class ExampleSchemas: Sendable {
    package let definitions: JSONObject
    /// The levels of arrays and objects that the flattest value of a definition has. Definitions without finite values
    /// are missing.
    private let heights: [String: Int]

    package init(_ definitions: JSONObject) {
        self.definitions = definitions
        var heights: [String: Int] = [:]
        var isChanged = true
        while isChanged {
            isChanged = false
            for definition in definitions {
                guard let height = Self.height(of: definition.value, heights), height < heights[definition.name] ?? .max
                else { continue }
                heights[definition.name] = height
                isChanged = true
            }
        }
        self.heights = heights
    }

    /// The levels of arrays and objects of a schema's flattest value, or `nil` if there is probably no value.
    ///
    /// It decides which variants end a recursive value.
    func height(of schema: JSONValue) -> Int? { Self.height(of: schema, heights) }

    /// The name under `$defs` that a reference leads to.
    static func name(in reference: JSONValue) -> String {
        String(reference.string?.split(separator: "/").last ?? "")
    }

    private static func height(of schema: JSONValue, _ known: [String: Int], required: [String] = []) -> Int? {
        var plain = MergedSchema()
        for name in required { _ = plain.add("required", .array([.string(name)])) }
        var references: [String] = []
        var unions: [[JSONValue]] = []
        guard collect(schema, &plain, &references, &unions) else { return nil }
        if plain.values != nil || plain.types?.contains("null") == true { return 0 }
        var parts = references.map { known[$0] }
        for variants in unions {
            parts.append(variants.compactMap { height(of: $0, known, required: plain.required) }.min())
        }
        for schema in plain.schemasOfNeededValues { parts.append(height(of: schema, known).map { $0 + 1 }) }
        let isContainer = plain.likelyTypes.isSubset(of: ["object", "array"]) && !plain.likelyTypes.isEmpty
        var highest = isContainer ? 1 : 0
        for part in parts {
            guard let part else { return nil }
            highest = max(highest, part)
        }
        return highest
    }

    /// Adds the keywords of a schema and its `allOf`. References and unions are listed instead.
    private static func collect(
        _ schema: JSONValue, _ plain: inout MergedSchema, _ references: inout [String], _ unions: inout [[JSONValue]]
    ) -> Bool {
        guard let object = schema.object else { return schema.bool ?? true }
        for member in object {
            switch member.name {
            case "$ref": references.append(name(in: member.value))
            case "anyOf", "oneOf": unions.append(member.value.array ?? [])
            case "allOf":
                for part in member.value.array ?? [] {
                    guard collect(part, &plain, &references, &unions) else { return false }
                }
            default: if !plain.add(member.name, member.value) { return false }
            }
        }
        return true
    }
}

extension MergedSchema {
    /// The schemas of the members and elements that a value has in any case.
    fileprivate var schemasOfNeededValues: [JSONValue] {
        var schemas = required.compactMap { schema(of: $0) }
        let (elements, minimum) = (self["prefixItems"]?.array ?? [], count("minItems") ?? 0)
        schemas += elements.prefix(minimum)
        if minimum > elements.count, let items = self["items"] { schemas.append(items) }
        if let contained = self["contains"], count("minContains") != 0 { schemas.append(contained) }
        if count("minProperties") ?? 0 > required.count, properties.isEmpty, let others = self["additionalProperties"] {
            schemas.append(others)
        }
        return schemas
    }
}
