import ApusModels

/// The keywords of a schema together with those of its references, its `allOf`, and one variant of each union.
package struct MergedSchema {
    /// The keyword of members that only values of the other direction have.
    package static let otherDirection = "x-apus-other-direction"

    /// The allowed types, or `nil` if all are.
    var types: Set<String>?
    /// The allowed values, or `nil` if all are.
    package private(set) var values: [JSONValue]?
    package private(set) var properties: [(name: String, schema: JSONValue)] = []
    private var indices: [String: Int] = [:]
    private(set) var required: [String] = []
    private(set) var patterns: [String] = []
    package private(set) var examples: [JSONValue] = []
    private(set) var isOfOtherDirection = false
    /// The other keywords. Each has the stricter one of two operands.
    private var others: [String: JSONValue] = [:]

    package subscript(keyword: String) -> JSONValue? { others[keyword] }

    func number(_ keyword: String) -> Double? { others[keyword]?.double }
    func count(_ keyword: String) -> Int? { others[keyword]?.integer }

    /// The types, as far as the other keywords tell them. Empty if every type is as good as another.
    package var likelyTypes: Set<String> {
        if let types { return types }
        if !properties.isEmpty || !required.isEmpty || has("additionalProperties", "minProperties", "propertyNames") {
            return ["object"]
        }
        if has("items", "prefixItems", "minItems", "contains", "uniqueItems") { return ["array"] }
        if !patterns.isEmpty || has("minLength", "maxLength", "format") { return ["string"] }
        if has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf") { return ["number"] }
        return []
    }

    private func has(_ keywords: String...) -> Bool { keywords.contains { others[$0] != nil } }

    /// Adds a keyword. Returns whether there can still be a value.
    mutating func add(_ keyword: String, _ operand: JSONValue) -> Bool {
        switch keyword {
        case "type":
            let names = Set((operand.array ?? [operand]).compactMap(\.string))
            types = types.map { Self.common($0, names) } ?? names
            return types?.isEmpty == false
        case "enum": return restrict(to: operand.array ?? [])
        case "const": return restrict(to: [operand])
        case "properties": for member in operand.object ?? [:] { add(property: member.name, member.value) }
        case "required": for name in operand.array ?? [] { add(required: name.string ?? "") }
        case "pattern": patterns.append(operand.string ?? "")
        case "examples": if examples.isEmpty { examples = operand.array ?? [] }
        case Self.otherDirection: isOfOtherDirection = true
        case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains":
            let old = number(keyword) ?? -.infinity
            if let new = operand.double, new >= old { others[keyword] = operand }
        case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains":
            let old = number(keyword) ?? .infinity
            if let new = operand.double, new <= old { others[keyword] = operand }
        case "items", "additionalProperties", "contains", "propertyNames":
            others[keyword] = others[keyword].map { Self.both($0, operand) } ?? operand
        case "prefixItems":
            others[keyword] = .array(Self.paired(others[keyword]?.array ?? [], operand.array ?? []))
        default: if others[keyword] == nil { others[keyword] = operand }
        }
        return true
    }

    private mutating func restrict(to new: [JSONValue]) -> Bool {
        values = values.map { $0.filter(new.contains) } ?? new
        return values?.isEmpty == false
    }

    private mutating func add(property name: String, _ schema: JSONValue) {
        if let index = indices[name] {
            properties[index].schema = Self.both(properties[index].schema, schema)
        } else {
            indices[name] = properties.count
            properties.append((name, schema))
        }
    }

    private mutating func add(required name: String) {
        if !required.contains(name) { required.append(name) }
    }

    package func schema(of property: String) -> JSONValue? { indices[property].map { properties[$0].schema } }

    private static func both(_ left: JSONValue, _ right: JSONValue) -> JSONValue { ["allOf": [left, right]] }

    /// Combines the schemas of elements by their positions.
    private static func paired(_ left: [JSONValue], _ right: [JSONValue]) -> [JSONValue] {
        let common = zip(left, right).map { both($0, $1) }
        return common + left.dropFirst(right.count) + right.dropFirst(left.count)
    }

    /// Every integer is a number.
    private static func common(_ left: Set<String>, _ right: Set<String>) -> Set<String> {
        var common = left.intersection(right)
        for (one, other) in [(left, right), (right, left)]
        where one.contains("number") && !one.contains("integer") && other.contains("integer") {
            common.insert("integer")
        }
        return common
    }
}
