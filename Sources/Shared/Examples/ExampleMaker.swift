import ApusModels

/// Makes a value of a schema.
///
/// Assertions that no construction can meet in general, such as `not`, are left to chance. `ExampleSearch` checks the
/// value and makes parts of it again.
package struct ExampleMaker {
    let schemas: ExampleSchemas
    let style: ExampleStyle
    var random: SeededGenerator
    /// The JSON Pointers of values that are made with other random numbers than before, each with its number.
    private let redraws: [String: UInt64]
    /// The JSON Pointer of the value that could not be made, if no value is found.
    private(set) var obstacle: String?
    private var path: [String] = []
    /// The steps that are left, because nested alternatives could take forever.
    private var steps = 60_000
    private var nodes = 0

    package init(
        _ schemas: ExampleSchemas, style: ExampleStyle, random: SeededGenerator, redraws: [String: UInt64] = [:]
    ) {
        self.schemas = schemas
        self.style = style
        self.random = random
        self.redraws = redraws
        if let number = redraws[""] { self.random = fork(number) }
    }

    /// The depth from which on optional members with objects are left out.
    private static let optionalDepth = 3
    private static let maximumDepth = 40
    /// The number of values from which on optional members are left out.
    private static let optionalNodes = 400

    /// Whether the value is deep or large enough that only what it needs is made.
    var isAtEnd: Bool { path.count > Self.optionalDepth || nodes >= Self.optionalNodes }

    /// Returns a value, or `nil` if none is found.
    package mutating func make(_ schema: JSONValue) -> JSONValue? {
        nodes += 1
        let isEndless = path.count > Self.maximumDepth
        let value = isEndless ? nil : merge(schema).flatMap { make($0) }
        // A value that would go on without end is reported where it begins.
        if value == nil, obstacle == nil { obstacle = Self.pointer(isEndless ? path.prefix(1) : path[...]) }
        return value
    }

    private mutating func make(_ merged: MergedSchema) -> JSONValue? {
        if style.usesExamples, let example = merged.examples.first { return example }
        if let values = merged.values {
            let typed = values.filter { value in merged.types.map { $0.contains { value.has(type: $0) } } ?? true }
            let choice = typed.filter { !$0.isNull }
            return choice.isEmpty ? typed.first : choice[random.index(choice.count)]
        }
        if style.usesExamples, let standard = merged["default"], !standard.isNull, !path.isEmpty { return standard }
        switch type(of: merged) {
        case "object": return object(merged)
        case "array": return array(merged)
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

    private mutating func type(of merged: MergedSchema) -> String? {
        let likely = merged.likelyTypes
        if likely.isEmpty, style.members != .random || isAtEnd { return nil }
        var types = Self.typesByContents.filter { likely.isEmpty || likely.contains($0) }
        if types.count > 1, types.last == "null" {
            if isAtEnd || isNullDrawn() { return "null" }
            if style.firstVariant == nil { types.removeLast() }
        }
        return types[style.firstVariant.map { $0 % types.count } ?? random.index(types.count)]
    }

    /// Whether a random value is `null`. Most are not, since others have something to show.
    private mutating func isNullDrawn() -> Bool { style.members == .random && random.index(5) == 0 }

    // MARK: Places

    private static func pointer(_ path: ArraySlice<String>) -> String {
        path.map { "/" + escapedReferenceToken($0) }.joined()
    }

    /// Returns random numbers that do not depend on those that follow in `random`.
    private mutating func fork(_ number: UInt64) -> SeededGenerator {
        SeededGenerator(seed: random.next() &+ number &* 0xD6E8_FEB8_6659_FD93)
    }

    /// Makes a member or an element with its own random numbers, so that it can be made again without the others.
    mutating func make(_ schema: JSONValue, at token: String) -> JSONValue? {
        path.append(token)
        let number = redraws.isEmpty ? 0 : redraws[Self.pointer(path[...])] ?? 0
        let forked = fork(number)
        let own = random
        random = forked
        defer {
            path.removeLast()
            random = own
        }
        return make(schema)
    }

    // MARK: Merging

    package mutating func merge(_ schema: JSONValue) -> MergedSchema? {
        var merged = MergedSchema()
        return merge(schema, into: &merged, open: []) ? merged : nil
    }

    /// Adds the keywords of a schema. Returns whether there can be a value.
    private mutating func merge(_ schema: JSONValue, into merged: inout MergedSchema, open: Set<String>) -> Bool {
        steps -= 1
        guard steps > 0 else { return false }
        guard let object = schema.object else { return schema.bool ?? true }
        // A type limits the variants of a union, so it comes first.
        if let type = object["type"], !merged.add("type", type) { return false }
        for member in object {
            switch member.name {
            case "type", "then", "else": continue
            case "$ref":
                let name = ExampleSchemas.name(in: member.value)
                // A reference that leads to itself without a member on the way asserts nothing more.
                guard !open.contains(name), let target = schemas.definitions[name] else { continue }
                guard merge(target, into: &merged, open: open.union([name])) else { return false }
            case "allOf":
                for part in member.value.array ?? [] {
                    guard merge(part, into: &merged, open: open) else { return false }
                }
            case "anyOf", "oneOf":
                guard mergeVariant(of: member.value.array ?? [], into: &merged, open) else { return false }
            case "if":
                // A value that the condition accepts, or one of the other branch that it probably refuses.
                let accepted: JSONValue = ["allOf": [member.value, object["then"] ?? true]]
                guard mergeVariant(of: [accepted, object["else"] ?? true], into: &merged, open) else { return false }
            default:
                guard merged.add(member.name, member.value) else { return false }
            }
        }
        return true
    }

    private mutating func mergeVariant(
        of variants: [JSONValue], into merged: inout MergedSchema, _ open: Set<String>
    ) -> Bool {
        if variants.isEmpty { return true }
        for index in order(of: variants) {
            var candidate = merged
            if merge(variants[index], into: &candidate, open: open) {
                merged = candidate
                return true
            }
        }
        return false
    }

    private mutating func order(of variants: [JSONValue]) -> [Int] {
        var order = Array(variants.indices)
        if let first = style.firstVariant { order = order.map { ($0 + first) % variants.count } }
        if style.firstVariant == nil { order.shuffle(using: &random) }
        if isAtEnd {
            let heights = variants.map { schemas.height(of: $0) ?? .max }
            return order.enumerated()
                .sorted { (heights[$0.element], $0.offset) < (heights[$1.element], $1.offset) }.map(\.element)
        }
        let nulls = order.filter { variants[$0]["type"]?.string == "null" }
        if nulls.isEmpty { return order }
        let others = order.filter { !nulls.contains($0) }
        return isNullDrawn() ? nulls + others : others + nulls
    }

    /// Whether an optional member is made.
    ///
    /// - Parameter share: The fourths of the optional members that are made.
    mutating func isWanted(_ schema: JSONValue, share: Int) -> Bool {
        guard share > 0, nodes < Self.optionalNodes else { return false }
        if path.count >= Self.optionalDepth {
            guard path.count < Self.optionalDepth + 2, Self.scalars.contains(schema["type"]?.string ?? "") else {
                return false
            }
        }
        return share >= 4 || random.index(4) < share
    }

    private static let scalars: Set = ["string", "integer", "number", "boolean"]

    /// Forgets the value that could not be made, because there is a value without it.
    mutating func goOn(without obstacle: String?) { self.obstacle = obstacle }
}

extension JSONValue {
    /// Whether the value has a type of JSON Schema.
    package func has(type: String) -> Bool {
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
