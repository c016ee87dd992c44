import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// What is known about all values of a union's variant: the premises of the proof that variants are disjoint.
struct VariantFacts {
    /// The JSON types that a value may have.
    var kinds: JSONKinds
    /// The members that a value must have.
    var required: Set<String> = []
    /// The members that the variant describes.
    var declared: Set<String> = []
    /// Whether members that it does not describe are refused.
    var isClosed = false
    /// Members with a fixed list of values.
    var values: [String: [JSONLiteral]] = [:]
    /// The values themselves, without `null`, if they are listed.
    var listed: [JSONLiteral]?
    /// What an array's elements are like.
    var element: Conjunction?

    /// The members that its schema names.
    var members: Set<String> { declared.union(required) }

    /// Whether a value may have a member.
    func allows(_ name: String) -> Bool { !isClosed || declared.contains(name) }

    init(_ conjunction: Conjunction) {
        var known: [Node: VariantFacts] = [:]
        self.init(conjunction, &known, depth: 0)
    }

    /// - Parameter known: What was found out about alternatives, so that one that is reached in many ways is looked at
    ///   once. Of one that contains itself nothing is assumed.
    private init(_ conjunction: Conjunction, _ known: inout [Node: VariantFacts], depth: Int) {
        let inner = depth < Bounds.comparedLevels ? Self.ofAlternatives(of: conjunction, &known, depth: depth) : nil
        kinds = conjunction.kinds ?? inner?.kinds ?? Self.inferredKinds(of: conjunction)
        listed = Self.listed(by: conjunction) ?? inner?.listed
        // The list counts, also where its values are not of the `type`.
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

    /// What holds for the values of all alternatives; `nil` if there are none.
    private static func ofAlternatives(
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

    /// The first list of alternatives without one that is already a part of the conjunction.
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

    /// The values that all lists of a schema have, without `null`, which belongs to the use of the union.
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

    /// What holds for the values of either.
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
    /// The one JSON type that the value has.
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
