import ApusECMARegex
import ApusModels

extension ExampleMaker {
    // MARK: Objects

    mutating func object(_ merged: MergedSchema) -> JSONValue? {
        var result = JSONObject()
        let share = shareOfOptionals()
        let maximum = merged.count("maxProperties") ?? .max
        var missing = merged.required.count
        var skipped: [(name: String, schema: JSONValue)] = []
        for (name, schema) in merged.properties {
            let isRequired = merged.required.contains(name)
            if !isRequired {
                if result.count + missing >= maximum { continue }
                guard isWanted(schema, share: share) else {
                    skipped.append((name, schema))
                    continue
                }
                if let member = merge(schema), member.isOfOtherDirection { continue }
            }
            if isRequired { missing -= 1 }
            guard add(name, merged, isRequired: isRequired, to: &result) else { return nil }
        }
        for name in merged.required where result[name] == nil {
            guard add(name, merged, isRequired: true, to: &result) else { return nil }
        }
        addDependents(of: merged, to: &result)
        let minimum = merged.count("minProperties") ?? 0
        if result.count < minimum {
            for (name, schema) in skipped where result.count < minimum {
                if let member = merge(schema), member.isOfOtherDirection { continue }
                _ = add(name, merged, isRequired: false, to: &result)
            }
        }
        addOthers(of: merged, to: &result)
        return .object(result)
    }

    private mutating func shareOfOptionals() -> Int {
        switch style.members {
        case .all: 4
        case .required: 0
        case .random: [0, 1, 2, 3, 3, 4][random.index(6)]
        }
    }

    /// Makes a member. Returns whether there can be an object.
    private mutating func add(
        _ name: String, _ merged: MergedSchema, isRequired: Bool, to result: inout JSONObject
    ) -> Bool {
        let before = obstacle
        if let value = make(merged.schema(ofMember: name), at: name) {
            result[name] = value
        } else if isRequired {
            return false
        } else {
            goOn(without: before)
        }
        return true
    }

    private mutating func addDependents(of merged: MergedSchema, to result: inout JSONObject) {
        for member in merged["dependentRequired"]?.object ?? [:] where result[member.name] != nil {
            for name in member.value.array?.compactMap(\.string) ?? [] where result[name] == nil {
                _ = add(name, merged, isRequired: false, to: &result)
            }
        }
    }

    /// Adds members that the schema does not name: as many as it needs, and some to a map.
    private mutating func addOthers(of merged: MergedSchema, to result: inout JSONObject) {
        let others = merged["additionalProperties"] ?? merged["unevaluatedProperties"]
        let pattern = merged["patternProperties"]?.object?.first
        let isMap = merged.properties.isEmpty && (others?.object != nil || pattern != nil) && !isAtEnd
        let wanted = min(
            max(merged.count("minProperties") ?? 0, isMap ? count() : 0), merged.count("maxProperties") ?? .max)
        var tries = 0
        while result.count < wanted, tries < wanted + 20 {
            tries += 1
            var name = "\(word())\(tries > 1 ? "\(tries)" : "")"
            if let names = merged["propertyNames"], let made = make(names, at: "")?.string {
                name = made
            } else if let pattern {
                name = ECMAPattern.sample(of: pattern.name, using: &random) ?? name
            }
            guard result[name] == nil else { continue }
            _ = add(name, merged, isRequired: false, to: &result)
        }
    }

    /// Returns the number of elements that an array has, if nothing else decides it.
    private mutating func count() -> Int {
        style.count.lowerBound + random.index(style.count.upperBound - style.count.lowerBound + 1)
    }

    // MARK: Arrays

    mutating func array(_ merged: MergedSchema) -> JSONValue? {
        var result: [JSONValue] = []
        let minimum = merged.count("minItems") ?? 0
        let maximum = merged.count("maxItems") ?? .max
        let elements = merged["prefixItems"]?.array ?? []
        let isPartial = style.members != .all && elements.count > minimum
        let first = isPartial && minimum < elements.count ? minimum + random.index(elements.count - minimum + 1) : .max
        let before = obstacle
        for schema in elements where result.count < min(maximum, first) {
            guard let value = make(schema, at: "\(result.count)") else { break }
            result.append(value)
        }
        let items = merged["items"] ?? merged["unevaluatedItems"] ?? true
        if let contained = merged["contains"] {
            for _ in 0..<min(merged.count("minContains") ?? 1, 100) {
                guard let value = make(["allOf": [items, contained]], at: "\(result.count)") else { break }
                result.append(value)
            }
        }
        let isWanted = !isAtEnd && items.bool != false && result.count >= elements.count
        let wanted = min(max(minimum, isWanted ? count() : 0), maximum)
        let isUnique = merged["uniqueItems"]?.bool == true
        var failures = 0
        while result.count < min(wanted, 10_000), failures < 50 {
            guard let value = make(items, at: "\(result.count)") else { break }
            if isUnique, result.contains(value) { failures += 1 } else { result.append(value) }
        }
        if result.count < minimum { return nil }
        goOn(without: before)
        return .array(result)
    }
}

extension MergedSchema {
    /// The schema of a member by its name, the patterns that its name matches, or what other members have in common.
    fileprivate func schema(ofMember name: String) -> JSONValue {
        var schemas = schema(of: name).map { [$0] } ?? []
        for pattern in self["patternProperties"]?.object ?? [:] {
            guard let compiled = try? ECMAPattern(pattern.name), compiled.match(in: name) == .match else { continue }
            schemas.append(pattern.value)
        }
        if schemas.isEmpty { return self["additionalProperties"] ?? self["unevaluatedProperties"] ?? true }
        return schemas.count == 1 ? schemas[0] : ["allOf": .array(schemas)]
    }
}
