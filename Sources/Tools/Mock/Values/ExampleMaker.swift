import ApusECMARegex
import ApusModels

/// Makes a value of a schema.
///
/// Assertions that no construction can meet in general, such as `not`, are left to chance. The caller checks the value.
struct ExampleMaker {
    /// The schemas under `$defs`.
    let definitions: JSONObject
    var random: SeededGenerator
    /// Whether examples and defaults of schemas are used.
    let usesExamples: Bool
    /// Whether optional members are made.
    let isComplete: Bool
    /// The number of the first variant of unions.
    let firstVariant: Int
    /// The steps that are left. Values of recursive schemas would grow without end.
    private var steps = 60_000
    private var nodes = 0

    init(
        definitions: JSONObject, random: SeededGenerator, usesExamples: Bool = true, isComplete: Bool = true,
        firstVariant: Int = 0
    ) {
        self.definitions = definitions
        self.random = random
        self.usesExamples = usesExamples
        self.isComplete = isComplete
        self.firstVariant = firstVariant
    }

    /// The depth from which on optional members with objects are left out.
    private static let optionalDepth = 3
    private static let maximumDepth = 30
    /// The number of values from which on optional members are left out.
    private static let optionalNodes = 400

    /// Returns a value, or `nil` if none is found.
    mutating func make(_ schema: JSONValue, depth: Int = 0) -> JSONValue? {
        nodes += 1
        guard depth <= Self.maximumDepth, let merged = merge(schema, depth) else { return nil }
        return make(merged, depth)
    }

    private mutating func make(_ merged: MergedSchema, _ depth: Int) -> JSONValue? {
        if usesExamples, let example = merged.examples.first { return example }
        if let values = merged.values {
            let typed = values.filter { value in merged.types.map { $0.contains { value.has(type: $0) } } ?? true }
            let choice = typed.filter { !$0.isNull }
            return choice.isEmpty ? typed.first : choice[random.index(choice.count)]
        }
        if usesExamples, let standard = merged["default"], !standard.isNull, depth > 0 { return standard }
        let types = Self.typesByContents.filter(merged.likelyTypes.contains)
        if depth > Self.optionalDepth + 3, types.contains("null") { return .null }
        switch types.isEmpty ? nil : types[firstVariant % types.count] {
        case "object": return object(merged, depth)
        case "array": return array(merged, depth)
        case "string": return string(merged).map { .string($0) }
        case "integer": return number(merged, isInteger: true)
        case "number": return number(merged, isInteger: false)
        case "boolean": return .bool(random.index(2) == 0)
        case "null": return .null
        default: return .string(word())
        }
    }

    /// The types, those with the most to show first.
    private static let typesByContents = ["object", "array", "string", "integer", "number", "boolean", "null"]

    // MARK: Merging

    func mergedForReading(_ schema: JSONValue) -> MergedSchema? {
        var copy = self
        return copy.merge(schema, 0)
    }

    private mutating func merge(_ schema: JSONValue, _ depth: Int) -> MergedSchema? {
        var merged = MergedSchema()
        return merge(schema, into: &merged, open: [], depth) ? merged : nil
    }

    /// Adds the keywords of a schema. Returns whether there can be a value.
    private mutating func merge(
        _ schema: JSONValue, into merged: inout MergedSchema, open: Set<String>, _ depth: Int
    ) -> Bool {
        steps -= 1
        guard steps > 0 else { return false }
        guard let object = schema.object else { return schema.bool ?? true }
        // A type limits the variants of a union, so it comes first.
        if let type = object["type"], !merged.add("type", type) { return false }
        for member in object {
            switch member.name {
            case "type": continue
            case "$ref":
                let name = String(member.value.string?.split(separator: "/").last ?? "")
                // A reference that leads to itself without a member on the way asserts nothing more.
                guard !open.contains(name), let target = definitions[name] else { continue }
                guard merge(target, into: &merged, open: open.union([name]), depth) else { return false }
            case "allOf":
                for part in member.value.array ?? [] {
                    guard merge(part, into: &merged, open: open, depth) else { return false }
                }
            case "anyOf", "oneOf":
                guard mergeVariant(of: member.value.array ?? [], into: &merged, open, depth) else { return false }
            default:
                guard merged.add(member.name, member.value) else { return false }
            }
        }
        return true
    }

    private mutating func mergeVariant(
        of variants: [JSONValue], into merged: inout MergedSchema, _ open: Set<String>, _ depth: Int
    ) -> Bool {
        if variants.isEmpty { return true }
        var order = variants.indices.map { (firstVariant + $0) % variants.count }
        // Deep values end with null. Others have something to show.
        let nulls = order.filter { variants[$0]["type"]?.string == "null" }
        let others = order.filter { variants[$0]["type"]?.string != "null" }
        order = depth > Self.optionalDepth ? nulls + others : others + nulls
        // Deep values prefer variants without further objects.
        if depth > Self.optionalDepth {
            let scalars = order.filter { Self.scalars.contains(variants[$0]["type"]?.string ?? "") }
            order = scalars + order.filter { !scalars.contains($0) }
        }
        for index in order {
            var candidate = merged
            if merge(variants[index], into: &candidate, open: open, depth) {
                merged = candidate
                return true
            }
        }
        return false
    }

    private static let scalars: Set = ["string", "integer", "number", "boolean"]

    // MARK: Objects and arrays

    private mutating func object(_ merged: MergedSchema, _ depth: Int) -> JSONValue? {
        var result = JSONObject()
        let maximum = merged.count("maxProperties") ?? .max
        for (name, schema) in merged.properties {
            let isRequired = merged.required.contains(name)
            if !isRequired, !isWanted(schema, depth) || result.count >= maximum { continue }
            if !isRequired, let member = merge(schema, depth + 1), member.isOfOtherDirection { continue }
            if let value = make(schema, depth: depth + 1) {
                result[name] = value
            } else if isRequired {
                return nil
            }
        }
        let others = merged["additionalProperties"] ?? merged["unevaluatedProperties"]
        for name in merged.required where result[name] == nil {
            guard let value = make(others ?? true, depth: depth + 1) else { return nil }
            result[name] = value
        }
        addDependents(of: merged, to: &result, depth)
        addOthers(of: merged, others, to: &result, depth)
        return .object(result)
    }

    private func isWanted(_ schema: JSONValue, _ depth: Int) -> Bool {
        guard isComplete, nodes < Self.optionalNodes else { return false }
        if depth < Self.optionalDepth { return true }
        return depth < Self.optionalDepth + 2 && Self.scalars.contains(schema["type"]?.string ?? "")
    }

    private mutating func addDependents(of merged: MergedSchema, to result: inout JSONObject, _ depth: Int) {
        for member in merged["dependentRequired"]?.object ?? [:] where result[member.name] != nil {
            for name in member.value.array?.compactMap(\.string) ?? [] where result[name] == nil {
                result[name] = make(merged.schema(of: name) ?? true, depth: depth + 1)
            }
        }
    }

    /// Adds members that the schema does not name: as many as it needs, and one to a map.
    private mutating func addOthers(
        of merged: MergedSchema, _ others: JSONValue?, to result: inout JSONObject, _ depth: Int
    ) {
        let pattern = merged["patternProperties"]?.object?.first
        let isMap =
            merged.properties.isEmpty && (others?.object != nil || pattern != nil) && depth <= Self.optionalDepth
        let wanted = max(merged.count("minProperties") ?? 0, isMap && isComplete ? 1 : 0)
        var tries = 0
        while result.count < wanted, tries < wanted + 20 {
            tries += 1
            var name = "\(word())\(tries > 1 ? "\(tries)" : "")"
            if let pattern {
                name = ECMAPattern.sample(of: pattern.name, using: &random) ?? name
            } else if let names = merged["propertyNames"], let made = make(names, depth: depth + 1)?.string {
                name = made
            }
            let schema = pattern?.value ?? others ?? true
            guard result[name] == nil, let value = make(schema, depth: depth + 1) else { continue }
            result[name] = value
        }
    }

    private mutating func array(_ merged: MergedSchema, _ depth: Int) -> JSONValue? {
        var result: [JSONValue] = []
        let minimum = merged.count("minItems") ?? 0
        let maximum = merged.count("maxItems") ?? .max
        for schema in merged["prefixItems"]?.array ?? [] where result.count < maximum {
            guard let value = make(schema, depth: depth + 1) else { break }
            result.append(value)
        }
        for _ in 0..<min(merged["contains"] == nil ? 0 : merged.count("minContains") ?? 1, 100) {
            if let contained = merged["contains"], let value = make(contained, depth: depth + 1) {
                result.append(value)
            }
        }
        let items = merged["items"] ?? merged["unevaluatedItems"] ?? true
        let isUnique = merged["uniqueItems"]?.bool == true
        let isWanted =
            depth <= Self.optionalDepth + 1 && nodes < Self.optionalNodes && isComplete && items.bool != false
        let wanted = min(max(minimum, isWanted ? 1 : 0), maximum)
        var failures = 0
        while result.count < min(wanted, 10_000) {
            guard let value = make(items, depth: depth + 1) else { break }
            if isUnique, result.contains(value) {
                failures += 1
                if failures > 50 { break }
                continue
            }
            result.append(value)
        }
        return result.count < minimum ? nil : .array(result)
    }
}

extension JSONValue {
    /// Whether the value has a type of JSON Schema.
    func has(type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .integer: type == "integer" || type == "number"
        case .number(let value): type == "number" || type == "integer" && value == value.rounded()
        case .decimal: type == "number"
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
