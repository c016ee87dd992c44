extension Evaluator {
    mutating func checkArray(
        _ schema: Schema, _ rules: ArrayRules, _ array: ArrayView, _ view: InstanceView,
        _ evaluated: inout Evaluated?
    ) -> Bool {
        var isValid = true
        let count = array.count
        if let minimum = rules.minItems, count < minimum {
            isValid = fail(schema, "minItems", view, "must have at least \(counted(minimum, "element")), has \(count)")
        }
        if let maximum = rules.maxItems, count > maximum {
            isValid = fail(schema, "maxItems", view, "must have at most \(counted(maximum, "element")), has \(count)")
        }
        if rules.uniqueItems, count > 1, let (first, second) = duplicate(in: array) {
            isValid = fail(
                schema, "uniqueItems", view,
                "must not have equal elements, but those at \(first) and \(second) are equal")
        }
        guard isValid || isCollecting else { return false }
        isValid = checkElements(schema, rules, array, &evaluated) && isValid
        guard rules.contains != nil, isValid || isCollecting else { return isValid }
        return checkContains(schema, rules, array, view, &evaluated) && isValid
    }

    private mutating func checkElements(
        _ schema: Schema, _ rules: ArrayRules, _ array: ArrayView, _ evaluated: inout Evaluated?
    ) -> Bool {
        guard !rules.prefixItems.isEmpty || rules.items != nil else { return true }
        var isValid = true
        array.forEach(from: 0) { index, element in
            guard let rule = index < rules.prefixItems.count ? rules.prefixItems[index] : rules.items else {
                return false
            }
            var none: Evaluated?
            isValid = inside(index) { $0.check(rule, element, &none) } && isValid
            return isValid || isCollecting && !isDone
        }
        if rules.items != nil {
            evaluated?.insertAllItems()
        } else {
            evaluated?.insert(prefix: rules.prefixItems.count)
        }
        return isValid
    }

    private mutating func checkContains(
        _ schema: Schema, _ rules: ArrayRules, _ array: ArrayView, _ view: InstanceView,
        _ evaluated: inout Evaluated?
    ) -> Bool {
        guard let contains = rules.contains else { return true }
        var matches = 0
        array.forEach(from: 0) { index, element in
            var none: Evaluated?
            if accepts(contains, element, &none) {
                matches += 1
                evaluated?.insert(index)
            }
            return true
        }
        var isValid = true
        if matches < rules.minContains {
            let keyword = matches == 0 && rules.minContains == 1 ? "contains" : "minContains"
            isValid = fail(
                schema, keyword, view,
                rules.minContains == 1
                    ? "must have an element that matches `contains`"
                    : "must have at least \(counted(rules.minContains, "element")) that match `contains`, has \(matches)"
            )
        }
        if let maximum = rules.maxContains, matches > maximum {
            isValid = fail(
                schema, "maxContains", view,
                "must have at most \(counted(maximum, "element")) that match `contains`, has \(matches)")
        }
        return isValid
    }

    private func duplicate(in array: ArrayView) -> (Int, Int)? {
        var seen: [JSONIdentity: Int] = [:]
        var result: (Int, Int)?
        array.forEach(from: 0) { index, element in
            guard let value = element.jsonValue else { return true }
            if let first = seen.updateValue(index, forKey: JSONIdentity(value)) { result = (first, index) }
            return result == nil
        }
        return result
    }

    mutating func checkUnevaluated(
        _ schema: Schema, _ view: InstanceView, _ evaluated: inout Evaluated?
    ) -> Bool {
        var isValid = true
        var none: Evaluated?
        if case .array(let array) = view, let rule = schema.array?.unevaluatedItems {
            array.forEach(from: 0) { index, element in
                if evaluated?.contains(index) == true { return true }
                isValid =
                    inside(index) {
                        $0.checkChild(rule, element, of: schema, "unevaluatedItems", &none)
                    } && isValid
                return isValid || isCollecting && !isDone
            }
            evaluated?.insertAllItems()
        }
        if case .object(let object) = view, let rule = schema.object?.unevaluatedProperties {
            object.forEach(isOrdered: isCollecting) { name, member in
                if evaluated?.contains(name) == true { return true }
                isValid =
                    inside(name) {
                        $0.checkChild(rule, member, of: schema, "unevaluatedProperties", &none)
                    } && isValid
                evaluated?.insert(name)
                return isValid || isCollecting && !isDone
            }
        }
        return isValid
    }

    /// Checks a member or element. If its schema is `false`, the violation names the parent's keyword.
    mutating func checkChild(
        _ schema: Schema, _ instance: Instance, of parent: Schema, _ keyword: String, _ evaluated: inout Evaluated?
    ) -> Bool {
        if schema.refusesAll {
            var isValid = true
            instance.withView { view, _ in isValid = fail(parent, keyword, view, "is not allowed here") }
            return isValid
        }
        guard parent.messages[keyword] != nil else { return check(schema, instance, &evaluated) }
        if accepts(schema, instance, &evaluated) { return true }
        instance.withView { view, _ in _ = fail(parent, keyword, view, "") }
        return false
    }
}
