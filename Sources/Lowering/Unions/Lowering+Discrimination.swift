import APIModel
import Diagnostics
import OpenAPI
import YAMLSource

// How to tell a union's variants apart.
extension Lowering {
    mutating func discrimination(
        of facts: [VariantFacts], alternatives: [Schema], whole: Conjunction, variants: [UnionShape.Variant]
    ) -> Discrimination {
        if let discriminator = whole.parts.lazy.compactMap(\.discriminator).first,
            let plan = explicitPlan(discriminator, facts: facts, alternatives: alternatives)
        {
            return plan
        }
        var overlaps: [(Int, Int)] = []
        let plan = self.plan(Array(facts.indices), facts, ignoring: [], overlaps: &overlaps)
        if let (first, second) = overlaps.first {
            let names = variants.map(\.nameHint)
            diagnostics.warning(
                .overlappingVariants, "`\(names[first])` and `\(names[second])` cannot be told apart",
                at: alternatives[second].node.place,
                notes: [.init("`\(names[first])` is here", at: alternatives[first].node.place)],
                help: "add a `discriminator`, or a required property with a `const` in each; until then the variants "
                    + "are tried in order")
        }
        return plan
    }

    // MARK: An explicit discriminator

    private mutating func explicitPlan(
        _ discriminator: Discriminator, facts: [VariantFacts], alternatives: [Schema]
    ) -> Discrimination? {
        let targets = alternatives.map { document.resolve($0.node) }
        let name = discriminator.propertyName
        var branches: [Discrimination.Branch<JSONLiteral>] = []
        var mapped: Set<Int> = []
        for (value, node, target) in discriminator.mapping {
            guard let target = target.flatMap({ document.resolve($0) }) else { continue }
            guard let index = targets.firstIndex(of: target) else {
                diagnostics.warning(
                    .unusedMapping, "`\(value)` maps to a schema that is not among the alternatives", at: node.place)
                continue
            }
            mapped.insert(index)
            branches.append(.init(.string(value), .variant(index)))
        }
        for (index, alternative) in alternatives.enumerated() where !mapped.contains(index) {
            if let values = facts[index].values[name], !values.isEmpty {
                for value in values { branches.append(.init(literal(value), .variant(index))) }
            } else if alternative.isReference, let reference = alternative["$ref"]?.text {
                let key = reference.split(separator: "/").last.map(String.init) ?? reference
                branches.append(.init(.string(key), .variant(index)))
            } else {
                return nil
            }
        }
        var seen: Set<JSONLiteral> = []
        for branch in branches where !seen.insert(branch.key).inserted {
            diagnostics.error(
                .ambiguousDiscriminator, "a value of the discriminator `\(name)` belongs to two alternatives",
                at: discriminator.node.place)
            return nil
        }
        let other = discriminator.defaultMapping.flatMap { document.resolve($0) }
            .flatMap { targets.firstIndex(of: $0) }
        return .property(name, branches, otherwise: other.map { .variant($0) })
    }

    // MARK: An inferred plan

    private mutating func plan(
        _ indices: [Int], _ facts: [VariantFacts], ignoring tried: Set<String>, overlaps: inout [(Int, Int)]
    ) -> Discrimination {
        if indices.count == 1 { return .variant(indices[0]) }
        let kinds = Discrimination.JSONKind.allCases.filter { kind in indices.contains { facts[$0].kinds.contains(kind) } }
        let groups = kinds.map { kind in indices.filter { facts[$0].kinds.contains(kind) } }
        if groups.contains(where: { $0.count < indices.count }) {
            var branches: [Discrimination.Branch<Discrimination.JSONKind>] = []
            for (kind, group) in zip(kinds, groups) {
                // `number` covers `integer` when both lead to the same place.
                if kind == .integer, let number = kinds.firstIndex(of: .number), groups[number] == group { continue }
                branches.append(.init(kind, planWithin(kind, group, facts, ignoring: tried, overlaps: &overlaps)))
            }
            return .kind(branches)
        }
        guard kinds.count == 1 || kinds == [.integer, .number] else { return overlap(indices, &overlaps) }
        return planWithin(kinds[0], indices, facts, ignoring: tried, overlaps: &overlaps)
    }

    private mutating func planWithin(
        _ kind: Discrimination.JSONKind, _ indices: [Int], _ facts: [VariantFacts], ignoring tried: Set<String>,
        overlaps: inout [(Int, Int)]
    ) -> Discrimination {
        if indices.count == 1 { return .variant(indices[0]) }
        switch kind {
        case .object:
            if let plan = planByValue(indices, facts, ignoring: tried, overlaps: &overlaps) { return plan }
            if let plan = planByPresence(indices, facts) { return plan }
        case .array:
            let elements = indices.map { facts[$0].element }
            guard elements.allSatisfy({ $0 != nil }) else { break }
            var inner = facts
            for index in indices {
                if let element = facts[index].element { inner[index] = VariantFacts(element, in: document) }
            }
            let plan = self.plan(indices, inner, ignoring: [], overlaps: &overlaps)
            if case .trial = plan { return plan }
            return .element(plan, empty: indices[0])
        case .null, .boolean, .integer, .number, .string: break
        }
        return overlap(indices, &overlaps)
    }

    private func overlap(_ indices: [Int], _ overlaps: inout [(Int, Int)]) -> Discrimination {
        overlaps.append((indices[0], indices[1]))
        return .trial(indices)
    }

    /// By a member whose fixed values differ.
    private mutating func planByValue(
        _ indices: [Int], _ facts: [VariantFacts], ignoring tried: Set<String>, overlaps: inout [(Int, Int)]
    ) -> Discrimination? {
        let candidates = indices.compactMap { facts[$0].values.keys }.reduce(into: Set<String>()) { $0.formUnion($1) }
        // The member that most variants fix; among those the first by name, so that the choice is stable.
        let ranked = candidates.subtracting(tried).sorted { a, b in
            let (first, second) = (count(a, indices, facts), count(b, indices, facts))
            return first == second ? (a != "type" && b == "type" ? false : a < b || a == "type") : first > second
        }
        for name in ranked {
            let fixed = indices.filter { facts[$0].values[name] != nil }
            let others = indices.filter { facts[$0].values[name] == nil }
            // A variant that describes the member without fixing it could have any value there.
            guard others.count <= 1 || fixed.count > 1, !others.contains(where: { facts[$0].declared.contains(name) })
            else { continue }
            var branches: [Discrimination.Branch<JSONLiteral>] = []
            var seen: Set<JSONLiteral> = []
            var isDisjoint = true
            for index in fixed {
                for value in facts[index].values[name] ?? [] {
                    let key = literal(value)
                    if !seen.insert(key).inserted { isDisjoint = false }
                    branches.append(.init(key, .variant(index)))
                }
            }
            guard isDisjoint, fixed.count > 1 || !others.isEmpty else { continue }
            let absent = others + fixed.filter { !facts[$0].required.contains(name) }
            let otherwise =
                absent.isEmpty
                ? nil : plan(absent.sorted(), facts, ignoring: tried.union([name]), overlaps: &overlaps)
            return .property(name, branches, otherwise: otherwise)
        }
        return nil
    }

    private func count(_ name: String, _ indices: [Int], _ facts: [VariantFacts]) -> Int {
        indices.count { facts[$0].values[name] != nil }
    }

    /// By a required member that no other remaining variant describes.
    private func planByPresence(_ indices: [Int], _ facts: [VariantFacts]) -> Discrimination? {
        var remaining = indices
        var branches: [Discrimination.Branch<String>] = []
        while !remaining.isEmpty {
            var found: (index: Int, key: String)?
            for index in remaining {
                let others = remaining.filter { $0 != index }
                let own = facts[index].required.sorted().first { key in
                    !others.contains { facts[$0].declared.contains(key) }
                }
                if let own {
                    found = (index, own)
                    break
                }
            }
            guard let found else { break }
            branches.append(.init(found.key, .variant(found.index)))
            remaining.removeAll { $0 == found.index }
        }
        guard remaining.count <= 1 else { return nil }
        return .presence(branches, otherwise: remaining.first.map { .variant($0) })
    }
}
