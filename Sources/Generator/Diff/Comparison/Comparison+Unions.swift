import ApusAPIModel

extension Comparison {
    mutating func compareUnions(_ a: UnionShape, _ b: UnionShape, at site: Site, _ direction: Direction) {
        var pairs: [(Int, Int)] = []
        var rest = Array(b.variants.indices)
        var gone: [Int] = []
        for (index, variant) in a.variants.enumerated() {
            if let match = rest.firstIndex(where: { isSame(variant.type, b.variants[$0].type) }) {
                pairs.append((index, rest.remove(at: match)))
            } else {
                gone.append(index)
            }
        }
        // A single variant without a counterpart has changed; of several, it is unknown which became which.
        if gone.count == 1, rest.count == 1, sameKind(a.variants[gone[0]].type, b.variants[rest[0]].type) {
            pairs.append((gone.removeFirst(), rest.removeFirst()))
        }
        for (one, other) in pairs {
            let uses = (a.variants[one].type, b.variants[other].type)
            let types = (old.swiftType(uses.0), new.swiftType(uses.1))
            compareTypes(
                uses.0, uses.1,
                at: Site(name: "a variant of \(site.name)", old: uses.0.origin, new: uses.1.origin), direction,
                source: types.0 == types.1 ? nil : "the case has a `\(types.1)` instead of a `\(types.0)`")
        }
        for index in gone {
            let use = a.variants[index].type
            report(
                .variantRemoved, "\(site.name) no longer has the variant \(old.words(for: use))",
                at: Site(name: site.name, old: use.origin, new: site.new), direction, narrows: .breaking,
                source: "the case was removed")
        }
        for index in rest {
            let use = b.variants[index].type
            report(
                .variantAdded, "\(site.name) has the new variant \(new.words(for: use))",
                at: Site(name: site.name, old: site.old, new: use.origin), direction, widens: .breaking,
                source: "a `switch` over the union lacks the new case")
        }
        compareTags(a, b, pairs, at: site, direction)
        if a.keyword != b.keyword, a.isExclusive != b.isExclusive {
            let isNarrower = b.isExclusive
            report(
                isNarrower ? .constraintNarrowed : .constraintWidened,
                "a value of \(site.name) \(isNarrower ? "must be of one variant only" : "may be of several variants")",
                at: site, direction, narrows: isNarrower ? .breaking : .safe, widens: isNarrower ? .safe : .breaking)
        }
    }

    /// Compares a plain type with a union. Returns `true` if nothing else can be compared.
    mutating func compareWithUnion(
        _ x: TypeUse, _ y: TypeUse, at site: Site, _ direction: Direction, _ source: inout String?
    ) -> Bool {
        let message = "\(site.name) is \(new.words(for: y)) instead of \(old.words(for: x))"
        let reason = take(&source)
        if let union = new.union(of: y) {
            if y.isNullable || !x.isNullable,
                let variant = union.variants.first(where: { isSame(x, $0.type) || includes(x, in: $0.type) })
            {
                report(.typeWidened, message, at: site, direction, widens: .breaking, source: reason)
                compareTypes(x, variant.type, at: site, direction, source: nil)
                return true
            }
        } else if let union = old.union(of: x) {
            if x.isNullable || !y.isNullable,
                let variant = union.variants.first(where: { isSame($0.type, y) || includes($0.type, in: y) })
            {
                report(.typeNarrowed, message, at: site, direction, narrows: .breaking, source: reason)
                compareTypes(variant.type, y, at: site, direction, source: nil)
                return true
            }
        }
        let kinds = (old.kinds(of: x), new.kinds(of: y))
        if new.shape(of: y) == nil, new.form(of: y) == .any, kinds.0.isSubset(of: kinds.1) {
            report(.typeWidened, message, at: site, direction, widens: .breaking, source: reason)
        } else if old.shape(of: x) == nil, old.form(of: x) == .any, kinds.1.isSubset(of: kinds.0) {
            report(.typeNarrowed, message, at: site, direction, narrows: .breaking, source: reason)
        } else {
            report(.typeChanged, message, at: site, direction, narrows: .breaking, widens: .breaking, source: reason)
        }
        return true
    }

    /// Reports values of a discriminator that select another variant.
    private mutating func compareTags(
        _ a: UnionShape, _ b: UnionShape, _ pairs: [(Int, Int)], at site: Site, _ direction: Direction
    ) {
        guard case .property(let one, let before, _, _) = a.discrimination,
            case .property(let other, let after, _, _) = b.discrimination
        else { return }
        if one != other {
            report(
                .unionChanged, "\(site.name) is identified by `\(other)` instead of `\(one)`", at: site, direction,
                narrows: .breaking, widens: .breaking)
            return
        }
        let counterparts = Dictionary(pairs) { first, _ in first }
        for branch in before {
            guard case .variant(let index) = branch.plan, let expected = counterparts[index],
                let match = after.first(where: { $0.key == branch.key })
            else { continue }
            if case .variant(let actual) = match.plan, actual != expected {
                report(
                    .unionChanged, "`\(one): \(branch.key.canonicalText)` selects another variant of \(site.name)",
                    at: site, direction, narrows: .breaking, widens: .breaking)
            }
        }
    }

    /// Whether two uses have the same type, by name or by structure.
    private func isSame(_ a: TypeUse, _ b: TypeUse) -> Bool {
        let (x, y) = (old.resolved(a), new.resolved(b))
        if case .named(let one) = x.type, case .named(let other) = y.type {
            return one == other && old.isComparable(one, new, other)
        }
        if case .named = x.type { return false }
        if case .named = y.type { return false }
        return old.kinds(of: x) == new.kinds(of: y) && old.swiftType(x.type) == new.swiftType(y.type)
    }

    /// Whether values of one type are values of the other because the other has all values of the kind.
    private func includes(_ a: TypeUse, in b: TypeUse) -> Bool {
        old.kinds(of: a).isSubset(of: new.kinds(of: b)) && new.shape(of: b) == nil
            && new.form(of: new.resolved(b)) == .any
    }

    private func sameKind(_ a: TypeUse, _ b: TypeUse) -> Bool {
        let (x, y) = (old.resolved(a), new.resolved(b))
        if case .named(let one) = x.type, case .named(let other) = y.type { return old.isComparable(one, new, other) }
        return old.kinds(of: x) == new.kinds(of: y)
    }
}
