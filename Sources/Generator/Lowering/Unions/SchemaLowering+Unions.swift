import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// `oneOf`, `anyOf` and lists of types.
extension SchemaLowering {
    /// A list of alternatives.
    struct Group {
        var part: Schema
        var keyword: Keyword
        var members: [Schema]
    }

    /// The type of a conjunction with a `oneOf` or `anyOf` of types, or `nil` without one.
    ///
    /// With several lists, each variant combines one alternative of each list. If that gives too many variants, the
    /// type is any JSON value that satisfies the schema.
    mutating func lowerUnion(_ conjunction: Conjunction, path: NamePath) -> TypeUse? {
        var groups: [Group] = []
        var chosen: Set<Node> = []
        for part in conjunction.parts {
            for keyword in Keywords.alternatives {
                let members = part.subschemas(keyword)
                // A parent that lists its children is not a union within a child.
                let opened = members.compactMap { document.resolve($0.node) }.filter { conjunction.hasOpened($0) }
                chosen.formUnion(opened)
                if members.isEmpty || !opened.isEmpty { continue }
                if onlyAsserts(members, in: conjunction) {
                    assertedGroups.insert(AssertedGroup(node: part.node, keyword: keyword))
                    continue
                }
                groups.append(Group(part: part, keyword: keyword, members: members))
            }
        }
        guard let first = groups.first else { return nil }
        if groups.count > 1 {
            let count = groups.reduce(1) { $0.multipliedReportingOverflow(by: $1.members.count).partialValue }
            if groups.count > Bounds.combinedGroups || count > Bounds.combinations {
                return anyValue(satisfying: conjunction)
            }
        } else if let enumeration = lowerEnumeration(of: first, conjunction: conjunction, path: path) {
            return enumeration
        }
        let hasOthers = groups.dropFirst().contains { $0.part.node == first.part.node }
        return lowerGroup(first, hasOthers: hasOthers, chosen: chosen, conjunction: conjunction, path: path)
    }

    /// Returns the type of any JSON value with all assertions of the schemas.
    mutating func anyValue(satisfying conjunction: Conjunction) -> TypeUse {
        diagnostics.report(
            Diagnostic(
                .unsupportedSchema, .note,
                "these schemas have no type in Swift: the value is any JSON, and validation checks it",
                at: conjunction.place.node.place))
        var assertions: [Constraints.Assertion] = []
        for schema in conjunction.schemas {
            let literal = subschemaLiteral(schema.node)
            assertions.append(
                .init(keyword: "allOf", operand: .array([literal]), origin: schema.node.origin))
        }
        return TypeUse(.any, constraints: Constraints(assertions), origin: conjunction.place.node.origin)
    }

    /// Whether the alternatives of a list only narrow the schema beside the list, rather than being types.
    private func onlyAsserts(_ group: [Schema], in conjunction: Conjunction) -> Bool {
        let known = Set(conjunction.properties.map(\.name))
        let kinds = conjunction.kinds
        let isTyped = kinds != nil || !known.isEmpty
        func onlyAsserts(_ member: Schema) -> Bool {
            if member.isReference || member.booleanValue != nil { return false }
            let entries = member.node.entries.filter { !$0.key.hasPrefix("x-") }
            if entries.allSatisfy({ $0.key == "required" || $0.key == "not" || Keywords.annotations.contains($0.key) })
            {
                return !entries.isEmpty && (isTyped || member.node.hasAny(of: [.required, .not]))
            }
            for keyword in [Keyword.allOf, .anyOf, .oneOf] {
                guard member.subschemas(keyword).allSatisfy(onlyAsserts) else { return false }
            }
            guard isTyped else { return false }
            let properties = member.namedSubschemas(.properties)
            if !properties.isEmpty {
                // Constraints on existing members only assert. A new member is data.
                return !known.isEmpty && properties.allSatisfy { known.contains($0.name) }
                    && (member[.type] == nil || kinds == [.object])
            }
            return !member.node.hasAny(of: [.type, .enum, .const])
        }
        return group.allSatisfy(onlyAsserts)
    }

    private mutating func lowerGroup(
        _ group: Group, hasOthers: Bool, chosen: Set<Node>, conjunction: Conjunction, path: NamePath
    ) -> TypeUse {
        let origin = conjunction.place.node.origin
        let (alternatives, included) = simplify(group)
        let rest = baseParts(of: conjunction, without: group, hasOthers: hasOthers, chosen: chosen)
        let restNodes = Set(rest.map(\.node))
        let besides = conjunction.parts.filter { !restNodes.contains($0.node) }
        if alternatives.count == 1 {
            var use: TypeUse
            if group.keyword == .anyOf,
                let extensible = lowerOpenEnumeration(
                    of: included, in: alternatives + rest, conjunction: conjunction, path: path)
            {
                use = extensible
            } else {
                use = lowerSchema(alternatives + rest, path: path)
                if included.contains(where: describesIntegers) { keepDigits(of: &use, alternatives + rest, path: path) }
            }
            use.constraints.assertions += constraints(besides, kinds: []).assertions
            return use
        }
        if alternatives.isEmpty { return TypeUse(.null, origin: origin) }
        var variants: [UnionShape.Variant] = []
        var facts: [VariantFacts] = []
        var conjunctions: [Conjunction] = []
        let hints = VariantNames.hints(for: alternatives)
        for (alternative, hint) in zip(alternatives, hints) {
            let itself = rest.isEmpty ? useOfItself(alternative, beside: alternatives) : nil
            var use = itself ?? lowerSchema([alternative] + rest, path: path.appending(hint))
            use.isNullable = false
            if included.contains(where: describesIntegers) { keepDigits(of: &use, [alternative] + rest, path: path) }
            // An inline type has its own documentation.
            var isDeclared = false
            if case .named = use.type { isDeclared = !alternative.isReference }
            variants.append(
                UnionShape.Variant(
                    nameHint: hint, documentation: isDeclared ? nil : alternative.description, type: use))
            if isTooLarge { break }
            conjunctions.append(Conjunction([alternative] + rest))
            facts.append(VariantFacts(conjunctions[conjunctions.count - 1]))
        }
        if isTooLarge { return TypeUse(.any, origin: origin) }
        let plan = discrimination(
            of: facts, alternatives: alternatives, conjunction: conjunction, names: hints,
            isExclusive: group.keyword == .oneOf)
        VariantNames.nameByTag(&variants, plan, alternatives, implicit: alternatives.map { implicitName(of: $0) ?? "" })
        let id = declare(
            .union(
                UnionShape(
                    variants: variants, discrimination: plan, isOpen: false,
                    isExclusive: group.keyword == .oneOf && plan.hasTrial, keyword: group.keyword.spelling,
                    operators: operators(of: group.part, conjunctions))),
            for: conjunction, path: path,
            constraints: constraints(besides, kinds: []))
        return TypeUse(.named(id), origin: origin)
    }

    /// The schemas beside a union that have a type themselves, so that they belong to every variant.
    ///
    /// - Parameter chosen: The chosen alternatives of other lists. They belong to every variant even if they have no
    ///   type, because otherwise their lists would be expanded again.
    private func baseParts(
        of conjunction: Conjunction, without group: Group, hasOthers: Bool, chosen: Set<Node>
    ) -> [Schema] {
        let others = conjunction.parts.filter { other in
            other.node != group.part.node
                && (chosen.contains(other.node)
                    || Keywords.isStructural(other, ignoring: [.allOf, .reference, .dynamicReference]))
        }
        let isPart = hasOthers || group.part[.properties] != nil || chosen.contains(group.part.node)
        return others + (isPart ? [group.part] : [])
    }

    // MARK: Lists of types

    /// Returns the union of `type: [string, integer]`, with a variant for each type.
    mutating func lowerUnionOfKinds(
        _ conjunction: Conjunction, kinds: JSONKinds, path: NamePath
    ) -> TypeUse {
        var variants: [UnionShape.Variant] = []
        var branches: [Discrimination.Branch<Discrimination.JSONKind>] = []
        for kind in Discrimination.JSONKind.allCases where kinds.contains(JSONKinds(kind)) {
            if kind == .integer, kinds.contains(.number) { continue }
            branches.append(.init(kind, .variant(variants.count)))
            let use = lowerKind(kind, of: conjunction, path: path.appending(kind.rawValue))
            variants.append(UnionShape.Variant(nameHint: kind.rawValue, type: use))
        }
        let id = declare(
            .union(UnionShape(variants: variants, discrimination: .kind(branches), isOpen: false)), for: conjunction,
            path: path, constraints: Constraints())
        return TypeUse(.named(id), origin: conjunction.place.node.origin)
    }
}
