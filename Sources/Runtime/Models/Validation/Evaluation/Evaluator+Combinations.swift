extension Evaluator {
    mutating func checkCombinations(
        _ schema: Schema, _ view: InstanceView, _ instance: Instance, _ evaluated: inout Evaluated?
    ) -> Bool {
        var isValid = true
        for rule in schema.allOf where isValid || isCollecting {
            isValid = passThrough(rule, instance, of: schema, "allOf", view, &evaluated) && isValid
        }
        if !schema.anyOf.isEmpty, isValid || isCollecting {
            let matches = count(schema.anyOf, instance, atMost: evaluated == nil ? 1 : .max, &evaluated)
            if matches == 0 { isValid = fail(schema, "anyOf", view, "must be one of the described alternatives") }
        }
        if !schema.oneOf.isEmpty, isValid || isCollecting {
            let matches = count(schema.oneOf, instance, atMost: 2, &evaluated)
            if matches != 1 {
                isValid = fail(
                    schema, "oneOf", view,
                    matches == 0
                        ? "must be one of the described alternatives"
                        : "must match exactly one of the described alternatives, but matches several")
            }
        }
        if let rule = schema.not, isValid || isCollecting {
            var none: Evaluated?
            if accepts(rule, instance, &none) {
                isValid = fail(schema, "not", view, "must not match the schema of `not`")
            }
        }
        if schema.condition != nil, isValid || isCollecting {
            isValid = checkCondition(schema, view, instance, &evaluated) && isValid
        }
        if let rule = schema.reference, isValid || isCollecting {
            isValid = passThrough(rule, instance, of: schema, "$ref", view, &evaluated) && isValid
        }
        if let reference = schema.dynamicReference, isValid || isCollecting {
            // The outermost resource with the anchor decides.
            let rule = dynamicScope.lazy.compactMap { reference.candidates[$0] }.first ?? reference.initial
            isValid = passThrough(rule, instance, of: schema, "$dynamicRef", view, &evaluated) && isValid
        }
        return isValid
    }

    /// Counts the schemas that accept the value, up to a limit.
    private mutating func count(
        _ schemas: [Schema], _ instance: Instance, atMost limit: Int, _ evaluated: inout Evaluated?
    ) -> Int {
        var matches = 0
        for schema in schemas where matches < limit {
            var attempt: Evaluated? = evaluated == nil ? nil : Evaluated()
            guard accepts(schema, instance, &attempt) else { continue }
            matches += 1
            if let attempt { evaluated?.merge(attempt) }
        }
        return matches
    }

    private mutating func checkCondition(
        _ schema: Schema, _ view: InstanceView, _ instance: Instance, _ evaluated: inout Evaluated?
    ) -> Bool {
        guard let condition = schema.condition else { return true }
        var attempt: Evaluated? = evaluated == nil ? nil : Evaluated()
        guard accepts(condition, instance, &attempt) else {
            guard let rule = schema.alternative else { return true }
            return passThrough(rule, instance, of: schema, "else", view, &evaluated)
        }
        if let attempt { evaluated?.merge(attempt) }
        guard let rule = schema.consequence else { return true }
        return passThrough(rule, instance, of: schema, "then", view, &evaluated)
    }
}
