import APIModel
import OpenAPI
import YAMLSource

/// What is known about all values of a union's variant: the premises of the proof that variants are disjoint.
struct VariantFacts {
    typealias Kind = Discrimination.JSONKind

    /// The JSON types that a value may have.
    var kinds: Set<Kind>
    /// The members that a value must have.
    var required: Set<String> = []
    /// The members that the variant describes.
    var declared: Set<String> = []
    /// Members with a fixed list of values.
    var values: [String: [Node]] = [:]
    /// What an array's elements are like.
    var element: Conjunction?

    init(_ whole: Conjunction, in document: Document, depth: Int = 0) {
        let alternatives = depth < 8 ? Self.alternatives(of: whole, in: document) : []
        var facts = alternatives.map { VariantFacts(Conjunction([$0], in: document), in: document, depth: depth + 1) }
        let inner = facts.popLast().map { last in facts.reduce(last) { $0.merged(with: $1) } }
        kinds = whole.kinds ?? inner?.kinds ?? Self.inferredKinds(of: whole)
        if kinds.contains(.number) { kinds.insert(.integer) }
        required = whole.required.union(inner?.required ?? [])
        declared = inner?.declared ?? []
        values = inner?.values ?? [:]
        for (name, schemas) in whole.properties {
            declared.insert(name)
            let property = Conjunction(schemas, in: document)
            if let value = property.first("const") {
                values[name] = [value]
            } else if let list = property.first("enum") {
                values[name] = Array(list.elements)
            }
        }
        let items = whole.parts.compactMap { $0.subschema("items") }
        if !items.isEmpty { element = Conjunction(items, in: document) }
    }

    private static func alternatives(of whole: Conjunction, in document: Document) -> [Schema] {
        for part in whole.parts {
            for keyword in ["oneOf", "anyOf"] {
                let group = part.subschemas(keyword)
                if !group.isEmpty { return group.filter { !Conjunction([$0], in: document).isNull } }
            }
        }
        return []
    }

    private static func inferredKinds(of whole: Conjunction) -> Set<Kind> {
        if let values = whole.first("enum") { return Set(values.elements.map { kind(of: $0) }) }
        if let value = whole.first("const") { return [kind(of: value)] }
        if !whole.properties.isEmpty || whole.has("additionalProperties") { return [.object] }
        if whole.has("items") || whole.has("prefixItems") { return [.array] }
        return Set(Kind.allCases).subtracting([.null])
    }

    private static func kind(of node: Node) -> Kind {
        switch node.kind {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer
        case .number: .number
        case .string: .string
        case .sequence: .array
        case .mapping: .object
        }
    }

    /// What holds for the values of either.
    private func merged(with other: VariantFacts) -> VariantFacts {
        var result = self
        result.kinds.formUnion(other.kinds)
        result.required.formIntersection(other.required)
        result.declared.formUnion(other.declared)
        result.values = [:]
        for (name, own) in values {
            if let others = other.values[name] { result.values[name] = own + others }
        }
        result.element = nil
        return result
    }
}
