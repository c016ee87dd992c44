import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// The facts about all values of a union's variant: the premises of the proof that variants are disjoint.
struct VariantFacts {
    /// The possible JSON types of a value.
    var kinds: JSONKinds
    /// The required members.
    var required: Set<String> = []
    /// The described members.
    var declared: Set<String> = []
    /// Whether the variant rejects other members.
    var isClosed = false
    /// Members with a fixed list of values.
    var values: [String: [JSONLiteral]] = [:]
    /// The listed values without `null`, if the variant lists values.
    var listed: [JSONLiteral]?
    /// The facts about an array's elements.
    var element: Conjunction?

    /// The members that the schema of the variant names.
    var members: Set<String> { declared.union(required) }

    /// Whether a value can have a member.
    func allows(_ name: String) -> Bool { !isClosed || declared.contains(name) }

    init(_ conjunction: Conjunction) {
        var known: [Node: VariantFacts] = [:]
        self.init(conjunction, &known, depth: 0)
    }

    /// - Parameter known: The facts about visited alternatives, so that each is visited once. An alternative that
    ///   contains itself has no facts.
    private init(_ conjunction: Conjunction, _ known: inout [Node: VariantFacts], depth: Int) {
        let inner = depth < Bounds.comparedLevels ? Self.alternativeFacts(of: conjunction, &known, depth: depth) : nil
        kinds = conjunction.kinds ?? inner?.kinds ?? Self.inferredKinds(of: conjunction)
        listed = Self.listed(by: conjunction) ?? inner?.listed
        // The list also counts if its values do not have the `type`.
        if let listed, !listed.isEmpty { kinds = JSONKinds(listed.map(\.kind)) }
        if kinds.contains(.number) { kinds.insert(.integer) }
        required = Set(conjunction.required.map(\.text)).union(inner?.required ?? [])
        declared = inner?.declared ?? []
        isClosed = inner?.isClosed ?? false
        values = inner?.values ?? [:]
        for (name, schemas) in conjunction.properties {
            declared.insert(name)
            let property = Conjunction(schemas)
            if let value = property.first(.const) {
                values[name] = [value.literal]
            } else if let list = property.first(.enum) {
                values[name] = list.elements.map(\.literal)
            }
        }
        for part in conjunction.parts where part[.patternProperties] == nil {
            if part.subschema(.additionalProperties)?.booleanValue == false
                || part.subschema(.unevaluatedProperties)?.booleanValue == false
            {
                isClosed = true
            }
        }
        let items = conjunction.parts.compactMap { $0.subschema(.items) }
        if !items.isEmpty, !conjunction.has(.prefixItems) { element = Conjunction(items) }
    }

    /// The facts that hold for the values of all alternatives, or `nil` without alternatives.
    private static func alternativeFacts(
        of conjunction: Conjunction, _ known: inout [Node: VariantFacts], depth: Int
    ) -> VariantFacts? {
        var result: VariantFacts?
        for alternative in alternatives(of: conjunction) {
            let inner = Conjunction([alternative])
            if inner.isNull { continue }
            let target = alternative.document.resolve(alternative.node) ?? alternative.node
            let facts: VariantFacts
            if let earlier = known[target] {
                facts = earlier
            } else {
                known[target] = VariantFacts(kinds: .all)
                facts = VariantFacts(inner, &known, depth: depth + 1)
                known[target] = facts
            }
            result = result?.merged(with: facts) ?? facts
        }
        return result
    }

    private init(kinds: JSONKinds) { self.kinds = kinds }

    /// The first list of alternatives, none of which is already part of the conjunction.
    private static func alternatives(of conjunction: Conjunction) -> [Schema] {
        for part in conjunction.parts {
            for keyword in Keywords.alternatives {
                let group = part.subschemas(keyword)
                let isChosen = group.contains {
                    $0.document.resolve($0.node).map { conjunction.hasOpened($0) } ?? false
                }
                if !group.isEmpty, !isChosen { return group }
            }
        }
        return []
    }

    /// The values in all lists of a schema, without `null`, which belongs to the use of the union.
    static func listed(by conjunction: Conjunction) -> [JSONLiteral]? {
        var result: [JSONLiteral]?
        for part in conjunction.parts {
            let lists = [part[.const].map { [$0.literal] }, part[.enum]?.elements.map(\.literal)]
            for list in lists.compactMap({ $0 }) {
                let other = Set(list)
                result = result?.filter { other.contains($0) } ?? list.filter { $0 != .null }
            }
        }
        return result
    }

    private static func inferredKinds(of conjunction: Conjunction) -> JSONKinds {
        if !conjunction.properties.isEmpty || conjunction.has(.additionalProperties) { return [.object] }
        if conjunction.has(.items) || conjunction.has(.prefixItems) { return [.array] }
        return JSONKinds.all.subtracting(.null)
    }

    /// The facts that hold for the values of both variants.
    private func merged(with other: VariantFacts) -> VariantFacts {
        var result = self
        result.kinds.formUnion(other.kinds)
        result.required.formIntersection(other.required)
        result.declared.formUnion(other.declared)
        result.isClosed = isClosed && other.isClosed
        result.values = [:]
        for (name, own) in values {
            if let others = other.values[name] { result.values[name] = own + others }
        }
        result.listed = listed.flatMap { own in other.listed.map { own + $0 } }
        result.element = nil
        return result
    }
}

extension JSONLiteral {
    /// The only JSON type of the value.
    fileprivate var kind: JSONKinds {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number(let text): text.contains { ".eE".contains($0) } ? .number : .integer
        case .string, .reference: .string
        case .array: .array
        case .object: .object
        }
    }
}
