extension String {
    /// Checks a body that is a text, such as `text/plain`.
    ///
    /// - Parameters:
    ///   - constraints: The JSON Schema of the text. If it has a `type`, the text may be a number, `true`, `false` or
    ///     `null` in JSON.
    ///   - references: The models that `constraints` refers to.
    package func textViolations(
        by constraints: StaticString, references: [any JSONCodable.Type]
    ) -> [Violation] {
        do {
            let schema = try SchemaCache.shared.schema(of: constraints, references: references, name: "body")
            let violations = JSONValue.string(self).violations(of: schema)
            guard !violations.isEmpty, schema.types != nil, let scalar = jsonScalar else { return violations }
            let others = scalar.violations(of: schema)
            // A text that is of no type is reported as it is.
            return others.contains { $0.keyword == "type" } ? violations : others
        } catch {
            return [Violation(unreadableConstraints: error, name: "body")]
        }
    }

    /// Throws the violations that ``textViolations(by:references:)`` returns.
    package func validate(
        asTextBy constraints: StaticString?, references: [any JSONCodable.Type]
    ) throws(ValidationError) {
        let violations = constraints.map { textViolations(by: $0, references: references) } ?? []
        if !violations.isEmpty { throw ValidationError(violations: violations) }
    }

    /// The text as JSON, unless that is a string, an array or an object.
    private var jsonScalar: JSONValue? {
        guard let value = try? JSON.decode(JSONValue.self, from: Array(utf8)) else { return nil }
        return switch value {
        case .string, .array, .object: nil
        default: value
        }
    }
}
