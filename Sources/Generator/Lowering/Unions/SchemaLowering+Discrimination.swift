import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// The discrimination of a union's variants.
extension SchemaLowering {
    mutating func discrimination(
        of facts: [VariantFacts], alternatives: [Schema], conjunction: Conjunction, names: [String], isExclusive: Bool
    ) -> Discrimination {
        var planner = UnionPlanner(facts: facts, isExclusive: isExclusive) { VariantFacts($0) }
        if let discriminator = conjunction.parts.lazy.compactMap(\.discriminator).first,
            let plan = explicitPlan(discriminator, alternatives: alternatives, names: names, &planner)
        {
            return plan
        }
        let plan = planner.plan()
        report(planner.overlap, names: names, alternatives: alternatives, isExclusive: isExclusive)
        return plan
    }

    private mutating func report(
        _ overlap: UnionPlanner.Overlap?, names: [String], alternatives: [Schema], isExclusive: Bool
    ) {
        guard let overlap else { return }
        let (first, second) = (overlap.first, overlap.second)
        let place = place(of: alternatives[second])
        let note = Diagnostic.Note("`\(names[first])` is here", at: self.place(of: alternatives[first]))
        if let value = overlap.value {
            diagnostics.warning(
                .overlappingVariants,
                "both `\(names[first])` and `\(names[second])` allow \(value.json), so `oneOf` rejects it", at: place,
                notes: [note], help: "write `anyOf` if a value may match both")
            return
        }
        guard let member = overlap.member else {
            diagnostics.warning(
                .overlappingVariants, "`\(names[first])` and `\(names[second])` cannot be told apart", at: place,
                notes: [note],
                help: "add a `discriminator`, or a required property with a `const` in each; until then the variants "
                    + "are tried in order")
            return
        }
        // A value can match several alternatives of `anyOf`, and the plan keeps all its members.
        guard isExclusive else { return }
        diagnostics.report(
            Diagnostic(
                .overlappingVariants, .note,
                "`\(names[second])` allows other members, so a value with `\(member)` may also be a `\(names[first])`",
                at: place, notes: [note],
                help: "add `additionalProperties: false` to tell the variants apart by `\(member)`; until then "
                    + "the first one that declares all members is used"))
    }

    /// The place to show for an alternative: the target of its reference, because a schema in JSON begins with a brace
    /// on its own line.
    func place(of alternative: Schema) -> Place { (alternative[.reference] ?? alternative.node).place }

    // MARK: An explicit discriminator

    private mutating func explicitPlan(
        _ discriminator: DiscriminatorObject, alternatives: [Schema], names: [String], _ planner: inout UnionPlanner
    ) -> Discrimination? {
        let targets = alternatives.map { document.declaration(of: $0.node) }
        let name = discriminator.propertyName
        var values: [JSONLiteral] = []
        var variants: [JSONLiteral: [Int]] = [:]
        func add(_ value: JSONLiteral, _ index: Int) {
            if variants[value] == nil { values.append(value) }
            if variants[value]?.contains(index) != true { variants[value, default: []].append(index) }
        }
        var mapped: Set<Int> = []
        for (value, node, target) in discriminator.mapping {
            guard let target = target.flatMap(document.named) else { continue }
            let relative = targets.firstIndex { head in head.map { isMember(target, ofFamilyOf: $0) } ?? false }
            guard let index = targets.firstIndex(of: target) ?? relative else {
                diagnostics.warning(
                    .unusedMapping, "`\(value)` maps to a schema that is not among the alternatives", at: node.place,
                    help: "add the schema to the alternatives, or remove the entry")
                continue
            }
            mapped.insert(index)
            add(Conjunction([alternatives[index]]).value(of: name, forKey: value), index)
        }
        let lists = planner.facts.map { $0.values[name] ?? [] }
        for (index, alternative) in alternatives.enumerated() {
            let isMapped = mapped.contains(index)
            if !lists[index].isEmpty {
                // With a mapping, a list that another alternative has too is ignored.
                for value in lists[index] where !isMapped || variants[value] == nil && count(of: value, in: lists) == 1
                {
                    add(value, index)
                }
            } else if let own = implicitName(of: alternative) {
                if !isMapped || variants[.string(own)] == nil { add(.string(own), index) }
            } else if !isMapped {
                return nil
            }
        }
        for (index, target) in targets.enumerated() {
            for value in target.map({ familyValues(of: $0, by: name) }) ?? [] where variants[value] == nil {
                add(value, index)
            }
        }
        var branches: [Discrimination.Branch<JSONLiteral>] = []
        for value in values {
            let candidates = variants[value] ?? []
            let plan = planner.plan(candidates, fixed: [name])
            branches.append(.init(value, plan))
            guard planner.overlap != nil, candidates.count > 1 else { continue }
            diagnostics.warning(
                .ambiguousDiscriminator,
                "\(value.json) as `\(name)` means `\(names[candidates[0]])` or `\(names[candidates[1]])`",
                at: discriminator.node.place,
                notes: candidates.prefix(2).map { .init("`\(names[$0])` is here", at: place(of: alternatives[$0])) },
                help: "give one of them another value; until then the variants are tried in order")
            planner.overlap = nil
        }
        let other = discriminator.defaultMapping.flatMap(document.named)
            .flatMap { targets.firstIndex(of: $0) }
        return .property(name, branches, otherwise: other.map { .variant($0) })
    }

    private func count(of value: JSONLiteral, in lists: [[JSONLiteral]]) -> Int { lists.count { $0.contains(value) } }

    /// The implicit discriminator value of an alternative: the name of the schema.
    func implicitName(of alternative: Schema) -> String? {
        guard alternative.isReference, let reference = alternative[.reference]?.text else { return nil }
        if reference.contains("#/") { return reference.split(separator: "/").last.map(String.init) }
        return document.declaration(of: alternative.node).map { familyName(of: $0) } ?? reference
    }
}

extension Conjunction {
    /// The member's value for a key in the mapping of a discriminator. Keys are strings, but the member can be a number
    /// or a Boolean (OpenAPI 3.1, "Discriminator Object").
    func value(of member: String, forKey key: String) -> JSONLiteral {
        let schemas = properties.first { $0.name == member }?.schemas ?? []
        guard let kinds = schemas.isEmpty ? nil : Conjunction(schemas).kinds, !kinds.contains(.string) else {
            return .string(key)
        }
        if kinds.contains(.boolean), let value = Bool(key) { return .bool(value) }
        let isNumber = !kinds.isDisjoint(with: [.integer, .number])
        return isNumber && Int64(key).map({ String($0) }) == key ? .number(key) : .string(key)
    }
}
