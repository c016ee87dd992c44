import ApusAPIModel

/// Finds a plan to discriminate a union's variants, and proves that they are disjoint.
///
/// A branch of the plan contains every variant that a value in it can match according to the schemas. An object that
/// allows other members can have any member. If several variants remain, the branch tries them in order and takes the
/// first one that describes all members of the value, so that none is lost.
struct UnionPlanner {
    /// Two variants that a value can match at the same time.
    struct Overlap {
        var first: Int
        var second: Int
        /// The member that distinguishes them, if only the second one allows other members.
        var member: String?
        /// A value that both list.
        var value: JSONLiteral?
    }

    let facts: [VariantFacts]
    /// Whether a value must match only one variant (`oneOf`).
    let isExclusive: Bool
    /// The facts about the elements of an array.
    let factsOfElement: (Conjunction) -> VariantFacts
    /// The most serious overlap.
    var overlap: Overlap?

    private var branchCount = 0
    /// The depth of arrays around the values.
    private let level: Int

    init(
        facts: [VariantFacts], isExclusive: Bool, level: Int = 0,
        factsOfElement: @escaping (Conjunction) -> VariantFacts
    ) {
        self.facts = facts
        self.isExclusive = isExclusive
        self.level = level
        self.factsOfElement = factsOfElement
    }

    mutating func plan() -> Discrimination { plan(Array(facts.indices), fixed: []) }

    /// - Parameter fixed: The members with known values, which cannot distinguish the variants further.
    mutating func plan(_ indices: [Int], fixed: Set<String>) -> Discrimination {
        if indices.count == 1 { return .variant(indices[0]) }
        branchCount += 1
        guard branchCount < Bounds.planBranches else { return trial(indices) }
        let kinds = Discrimination.JSONKind.allCases.filter { kind in
            indices.contains { facts[$0].kinds.contains(JSONKinds(kind)) }
        }
        let groups = kinds.map { kind in indices.filter { facts[$0].kinds.contains(JSONKinds(kind)) } }
        if groups.contains(where: { $0.count < indices.count }) {
            var branches: [Discrimination.Branch<Discrimination.JSONKind>] = []
            for (kind, group) in zip(kinds, groups) {
                // `number` includes `integer` if both lead to the same branch.
                if kind == .integer, let number = kinds.firstIndex(of: .number), groups[number] == group { continue }
                branches.append(.init(kind, planWithin(kind, group, fixed: fixed)))
            }
            return .kind(branches)
        }
        guard kinds.count == 1 || kinds == [.integer, .number] else { return trial(indices) }
        return planWithin(kinds[0], indices, fixed: fixed)
    }

    private mutating func planWithin(
        _ kind: Discrimination.JSONKind, _ indices: [Int], fixed: Set<String>
    ) -> Discrimination {
        if indices.count == 1 { return .variant(indices[0]) }
        switch kind {
        case .object:
            if let plan = planByValue(indices, fixed: fixed) { return plan }
            if let plan = planByPresence(indices, fixed: fixed) { return plan }
        case .array:
            if let plan = planByElement(indices) { return plan }
        case .boolean, .integer, .number, .string:
            if let plan = planByListedValue(indices) { return plan }
        case .null: break
        }
        return trial(indices)
    }

    private mutating func trial(_ indices: [Int], member: String? = nil, value: JSONLiteral? = nil) -> Discrimination {
        if indices.count == 1 { return .variant(indices[0]) }
        if overlap == nil || (overlap?.member != nil && member == nil) {
            overlap = Overlap(first: indices[0], second: indices[1], member: member, value: value)
        }
        return .trial(indices)
    }

    // MARK: Scalars

    /// Branches on the values that variants list. A variant without a list takes all other values.
    private mutating func planByListedValue(_ indices: [Int]) -> Discrimination? {
        var values: [JSONLiteral] = []
        var owners: [JSONLiteral: [Int]] = [:]
        for index in indices {
            for value in facts[index].listed ?? [] {
                if owners[value] == nil { values.append(value) }
                if owners[value]?.last != index { owners[value, default: []].append(index) }
            }
        }
        guard !values.isEmpty, values.count <= Bounds.planBranches else { return nil }
        let free = indices.filter { facts[$0].listed == nil }
        var branches: [Discrimination.Branch<JSONLiteral>] = []
        for value in values {
            branches.append(.init(value, plan(forListed: value, of: owners[value] ?? [], free: free)))
        }
        return .value(branches, otherwise: free.isEmpty ? nil : trial(free))
    }

    private mutating func plan(forListed value: JSONLiteral, of owners: [Int], free: [Int]) -> Discrimination {
        // One element cannot decide if the other elements can match another variant.
        if level > 0 { return trial(owners + free, value: value) }
        // Any list with the value is right, and a list is more specific than no list.
        guard isExclusive else { return .variant(owners[0]) }
        // Only validation can tell whether a variant without a list rejects the value.
        if owners.count > 1 { return trial(owners + free, value: value) }
        return free.isEmpty ? .variant(owners[0]) : .trial(owners + free)
    }

    // MARK: Objects

    /// Branches on a member with different fixed values.
    private mutating func planByValue(_ indices: [Int], fixed: Set<String>) -> Discrimination? {
        guard fixed.count < Bounds.planMembers else { return nil }
        var counts: [String: Int] = [:]
        for index in indices {
            for name in facts[index].values.keys where !fixed.contains(name) { counts[name, default: 0] += 1 }
        }
        // The member that most variants fix. Among several, `type`, then the first by name, so that the choice is
        // stable.
        let ranked = counts.sorted { a, b in
            a.value != b.value
                ? a.value > b.value : a.key != b.key && (a.key == "type" || (b.key != "type" && a.key < b.key))
        }
        for (name, _) in ranked {
            if let plan = plan(indices, byValueOf: name, fixed: fixed) { return plan }
        }
        return nil
    }

    private mutating func plan(_ indices: [Int], byValueOf name: String, fixed: Set<String>) -> Discrimination? {
        var values: [JSONLiteral] = []
        var owners: [JSONLiteral: [Int]] = [:]
        for index in indices {
            for value in facts[index].values[name] ?? [] {
                if owners[value] == nil { values.append(value) }
                if owners[value]?.last != index { owners[value, default: []].append(index) }
            }
        }
        // The variants that allow any value of the member, and those that allow its absence.
        let free = indices.filter { facts[$0].values[name] == nil && facts[$0].allows(name) }
        let others = indices.filter { facts[$0].values[name] == nil || !facts[$0].required.contains(name) }
        guard values.count * free.count <= Bounds.planBranches else { return nil }
        let candidates = values.map { (owners[$0] ?? []) + free }
        let isDecisive = candidates.contains { $0.count < indices.count }
        guard isDecisive || (indices.count == 2 && others.count == 1) else { return nil }
        var branches: [Discrimination.Branch<JSONLiteral>] = []
        for (value, group) in zip(values, candidates) {
            let isOpenOnly = group.count == free.count + 1 && free.allSatisfy { !facts[$0].declared.contains(name) }
            branches.append(
                .init(value, isOpenOnly ? trial(group, member: name) : plan(group, fixed: fixed.union([name]))))
        }
        return .property(name, branches, otherwise: others.isEmpty ? nil : plan(others, fixed: fixed.union([name])))
    }

    /// Branches on a required member that no other remaining variant describes.
    private mutating func planByPresence(_ indices: [Int], fixed: Set<String>) -> Discrimination? {
        guard indices.count <= Bounds.planKeys else { return nil }
        var remaining = indices
        var owners: [String: Int] = [:]
        for index in indices {
            for key in facts[index].members { owners[key, default: 0] += 1 }
        }
        var branches: [Discrimination.Branch<String>] = []
        while remaining.count > 1 {
            var own: (index: Int, key: String)?
            for index in remaining where own == nil {
                own = facts[index].required.filter { owners[$0] == 1 }.min().map { (index, $0) }
            }
            guard let own else { break }
            remaining.removeAll { $0 == own.index }
            for key in facts[own.index].members { owners[key, default: 1] -= 1 }
            branches.append(
                .init(own.key, trial([own.index] + remaining.filter { facts[$0].allows(own.key) }, member: own.key)))
        }
        if branches.isEmpty { return nil }
        return .presence(branches, otherwise: plan(remaining, fixed: fixed))
    }

    // MARK: Arrays

    /// Branches on the first element. An empty array matches all variants, and is the same in each.
    private mutating func planByElement(_ indices: [Int]) -> Discrimination? {
        guard level < Bounds.comparedLevels else { return nil }
        var inner = facts
        for index in indices {
            guard let element = facts[index].element else { return nil }
            inner[index] = factsOfElement(element)
        }
        var planner = UnionPlanner(
            facts: inner, isExclusive: isExclusive, level: level + 1, factsOfElement: factsOfElement)
        let plan = planner.plan(indices, fixed: [])
        guard planner.overlap == nil else { return nil }
        return .element(plan, empty: indices[0])
    }
}
