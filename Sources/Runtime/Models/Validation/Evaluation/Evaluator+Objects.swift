extension Evaluator {
    mutating func checkObject(
        _ schema: Schema, _ rules: ObjectRules, _ object: ObjectView, _ view: InstanceView, _ instance: Instance,
        _ evaluated: inout Evaluated?
    ) -> Bool {
        var isValid = true
        for name in rules.required where !object.contains(name) {
            isValid = inside(name.text) { $0.fail(schema, "required", view, "must have the member `\(name.text)`") }
        }
        for (name, required) in rules.dependentRequired where object.contains(name) {
            for other in required where !object.contains(other) {
                isValid = inside(other.text) {
                    $0.fail(
                        schema, "dependentRequired", view,
                        "must have the member `\(other.text)` if it has `\(name.text)`")
                }
            }
        }
        if rules.minProperties != nil || rules.maxProperties != nil {
            isValid = checkCount(schema, rules, object.count, view) && isValid
        }
        guard isValid || isCollecting else { return false }
        for (name, rule) in rules.properties {
            object.withMember(name) { member in
                var none: Evaluated?
                isValid = inside(name.text) { $0.checkChild(rule, member, of: schema, "properties", &none) } && isValid
                evaluated?.insert(name.text)
            }
            guard isValid || isCollecting && !isDone else { return false }
        }
        if !rules.patternProperties.isEmpty || rules.additionalProperties != nil || rules.propertyNames != nil {
            isValid = checkMembers(schema, rules, object, view, &evaluated) && isValid
        }
        for (name, rule) in rules.dependentSchemas where (isValid || isCollecting) && object.contains(name) {
            isValid = passThrough(rule, instance, of: schema, "dependentSchemas", view, &evaluated) && isValid
        }
        return isValid
    }

    private mutating func checkCount(
        _ schema: Schema, _ rules: ObjectRules, _ count: Int, _ view: InstanceView
    ) -> Bool {
        var isValid = true
        if let minimum = rules.minProperties, count < minimum {
            isValid = fail(
                schema, "minProperties", view, "must have at least \(counted(minimum, "member")), has \(count)")
        }
        if let maximum = rules.maxProperties, count > maximum {
            isValid = fail(
                schema, "maxProperties", view, "must have at most \(counted(maximum, "member")), has \(count)")
        }
        return isValid
    }

    /// Checks the keywords that apply to all members.
    private mutating func checkMembers(
        _ schema: Schema, _ rules: ObjectRules, _ object: ObjectView, _ view: InstanceView,
        _ evaluated: inout Evaluated?
    ) -> Bool {
        var isValid = true
        var none: Evaluated?
        object.forEach(isOrdered: isCollecting) { name, member in
            if let rule = rules.propertyNames, !acceptsName(rule, name) {
                isValid = fail(schema, "propertyNames", view, "must have no member named `\(name)`")
            }
            var isKnown = rules.hasProperty(named: name)
            for (pattern, rule) in rules.patternProperties {
                switch pattern.match(in: name) {
                case .noMatch: continue
                case .stepLimit:
                    isValid = fail(
                        schema, "patternProperties", view,
                        "has a member whose name takes too long to match against the pattern \(pattern.text)")
                case .match:
                    isKnown = true
                    evaluated?.insert(name)
                    isValid =
                        inside(name) {
                            $0.checkChild(rule, member, of: schema, "patternProperties", &none)
                        } && isValid
                }
            }
            if !isKnown, let rule = rules.additionalProperties {
                evaluated?.insert(name)
                isValid =
                    inside(name) {
                        $0.checkChild(rule, member, of: schema, "additionalProperties", &none)
                    } && isValid
            }
            return isValid || isCollecting && !isDone
        }
        return isValid
    }

    private mutating func acceptsName(_ schema: Schema, _ name: String) -> Bool {
        var none: Evaluated?
        return unsafe withUnsafePointer(to: JSONValue.string(name)) {
            unsafe accepts(schema, Instance(shape: JSONValue.shape, memory: $0), &none)
        }
    }

    /// Checks the same value against a subschema.
    ///
    /// A message of the description replaces the subschema's violations with one violation.
    mutating func passThrough(
        _ schema: Schema, _ instance: Instance, of parent: Schema, _ keyword: String, _ view: InstanceView,
        _ evaluated: inout Evaluated?
    ) -> Bool {
        if parent.messages[keyword] == nil, !schema.refusesAll { return check(schema, instance, &evaluated) }
        return accepts(schema, instance, &evaluated) || fail(parent, keyword, view, "is not allowed here")
    }
}
