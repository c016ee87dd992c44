import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Schemas whose values no generated type can hold: they become JSON values with the whole schema beside them.
extension Lowering {
    /// Whether a schema is taken to the letter, for it or a schema around it names its dialect (`$schema`).
    ///
    /// Elsewhere a schema with `properties` means an object although it does not say so, as is the custom in API
    /// descriptions. To the letter, it says nothing about other values, and so allows them.
    func isTakenToTheLetter(_ schema: Schema) -> Bool { schema.namesDialect }

    /// Any JSON value, with all that a schema asserts.
    mutating func widened(_ schema: Schema) -> TypeUse {
        var bundle = SchemaBundle(document: document, names: resourceNames)
        let members = bundle.members(of: schema)
        resourceNames = bundle.names
        for pattern in bundle.patterns { checkPattern(pattern) }
        let origin = schema.node.origin
        let assertions = members.map { member in
            Constraints.Assertion(
                keyword: member.name, operand: member.value, message: message(for: member.name, in: schema),
                origin: schema[member.name].map { $0.origin } ?? origin)
        }
        return TypeUse(.any, constraints: Constraints(assertions), origin: origin)
    }

    /// Whether a generated type holds every value that a schema, taken to the letter, allows.
    func isHeldByType(_ schema: Schema) -> Bool {
        if schema.booleanValue != nil { return true }
        let keywords = schema.node.entries.map(\.key).filter { !Keywords.annotations.contains($0) }
        if schema.node.isDynamicResource { return false }
        if schema[.reference] != nil { return keywords.allSatisfy { $0.hasPrefix("$") && $0 != "$dynamicRef" } }
        let kinds = Set(schema.types).subtracting(["null"])
        if schema.types == ["null"] { return true }
        guard kinds.count == 1 else { return false }
        if let values = schema[.enum] {
            return kinds == ["string"] && values.elements.allSatisfy { $0.kind == .string }
                && !keywords.contains { !["$schema", "$id", "type", "enum"].contains($0) }
        }
        if schema.node.hasAny(of: Self.combining) { return false }
        return Keywords.assertions(in: schema).allSatisfy { !$0.value.mentionsReference }
    }

    private static let combining: CommonKeys = [
        .allOf, .anyOf, .oneOf, .const, .dynamicReference, .unevaluatedProperties, .unevaluatedItems,
    ]
}

extension Node {
    /// Whether evaluation that goes through here enters a resource with anchors that a `$dynamicRef` may lead to.
    var isDynamicResource: Bool {
        documentMentions(.dynamicAnchor) && (parent == nil || kind == .mapping && self[.identifier] != nil)
    }

    /// Whether a `$ref` stands anywhere in it.
    fileprivate var mentionsReference: Bool {
        entries.contains { $0.key == "$ref" || $0.key == "$dynamicRef" || $0.value.mentionsReference }
            || elements.contains(where: \.mentionsReference)
    }
}
