import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Schemas whose values no generated type can represent. They become JSON values that are validated against the whole
// schema.
extension SchemaLowering {
    /// Returns the type of any JSON value with all assertions of a schema.
    mutating func anyValue(satisfying schema: Schema) -> TypeUse {
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
}

extension Schema {
    /// Whether a generated type can represent every value that a schema allows.
    var isRepresentable: Bool {
        if booleanValue != nil { return true }
        let keywords = node.entries.map(\.key).filter { !Keywords.annotations.contains($0) }
        if node.isDynamicResource { return false }
        if self[.reference] != nil { return keywords.allSatisfy { $0.hasPrefix("$") && $0 != "$dynamicRef" } }
        let kinds = Set(types).subtracting(["null"])
        if types == ["null"] { return true }
        guard kinds.count == 1 else { return false }
        if let values = self[.enum] {
            return kinds == ["string"] && values.elements.allSatisfy { $0.kind == .string }
                && !keywords.contains { !["$schema", "$id", "type", "enum"].contains($0) }
        }
        if node.hasAny(of: Self.combining) { return false }
        return Keywords.assertions(in: self).allSatisfy { !$0.value.mentionsReference }
    }

    private static let combining: KeywordSet = [
        .allOf, .anyOf, .oneOf, .const, .dynamicReference, .unevaluatedProperties, .unevaluatedItems,
    ]
}

extension Node {
    /// Whether evaluation enters a resource with anchors for a `$dynamicRef`.
    var isDynamicResource: Bool {
        documentMentions(.dynamicAnchor) && (parent == nil || kind == .mapping && self[.identifier] != nil)
    }

    /// Whether the schema contains a `$ref`.
    fileprivate var mentionsReference: Bool {
        entries.contains { $0.key == "$ref" || $0.key == "$dynamicRef" || $0.value.mentionsReference }
            || elements.contains(where: \.mentionsReference)
    }
}
