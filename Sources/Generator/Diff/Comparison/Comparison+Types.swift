import ApusAPIModel

extension Comparison {
    /// Compares the types of a part. Declared types are compared later.
    ///
    /// - Parameter source: Why the change of the type breaks Swift source, if it does. The first change reports it.
    mutating func compareTypes(
        _ a: TypeUse, _ b: TypeUse, at site: Site, _ direction: Direction, source: String?
    ) {
        var source = source
        defer {
            if let source {
                report(.swiftTypeChanged, "\(site.name) has another type in code", at: site, source: source)
            }
        }
        let (x, y) = (old.resolved(a), new.resolved(b))
        if compareKinds(x, y, at: site, direction, &source) { return }
        compareNullability(x, y, at: site, direction, &source)
        compareConstraints(x.constraints, y.constraints, at: site, direction)
        switch (x.type, y.type) {
        case (.named(let one), .named(let other)) where old.isComparable(one, new, other):
            visit(one, other, direction)
        case (.array(let one), .array(let other)):
            let elements = Site(name: "an element of \(site.name)", old: one.origin, new: other.origin)
            compareTypes(one, other, at: elements, direction, source: take(&source))
        case (.map(let one), .map(let other)):
            let values = Site(name: "a value of \(site.name)", old: one.origin, new: other.origin)
            compareTypes(one, other, at: values, direction, source: take(&source))
        case (.tuple(let one), .tuple(let other)) where one.count == other.count:
            for (index, pair) in zip(one, other).enumerated() {
                let element = Site(name: "element \(index) of \(site.name)", old: pair.0.origin, new: pair.1.origin)
                compareTypes(pair.0, pair.1, at: element, direction, source: take(&source))
            }
        default:
            compareShapes(x, y, at: site, direction, &source)
        }
    }

    /// Reports a change of the kinds of JSON. Returns `true` if nothing else can be compared.
    private mutating func compareKinds(
        _ x: TypeUse, _ y: TypeUse, at site: Site, _ direction: Direction, _ source: inout String?
    ) -> Bool {
        let isUnion = (old.union(of: x) != nil, new.union(of: y) != nil)
        if isUnion.0 || isUnion.1 {
            if isUnion.0 != isUnion.1 { return compareWithUnion(x, y, at: site, direction, &source) }
            return false
        }
        let kinds = (old.kinds(of: x), new.kinds(of: y))
        if kinds.0 == kinds.1 { return false }
        let names = (old.words(for: x), new.words(for: y))
        let message = "\(site.name) is \(names.1) instead of \(names.0)"
        let reason = take(&source)
        if kinds.1.isSubset(of: kinds.0) {
            report(.typeNarrowed, message, at: site, direction, narrows: .breaking, source: reason)
        } else if kinds.0.isSubset(of: kinds.1) {
            report(.typeWidened, message, at: site, direction, widens: .breaking, source: reason)
        } else {
            report(.typeChanged, message, at: site, direction, narrows: .breaking, widens: .breaking, source: reason)
        }
        return true
    }

    private mutating func compareNullability(
        _ x: TypeUse, _ y: TypeUse, at site: Site, _ direction: Direction, _ source: inout String?
    ) {
        let (was, isNow) = (old.allowsNull(x), new.allowsNull(y))
        if isNow, !was {
            report(
                .becameNullable, "\(site.name) may be null", at: site, direction, widens: .breaking,
                source: take(&source))
        } else if was, !isNow {
            report(
                .becameNotNullable, "\(site.name) may no longer be null", at: site, direction, narrows: .breaking,
                source: take(&source))
        }
    }

    /// Compares types of the same kind of JSON that are described in different ways: formats, enums, maps.
    private mutating func compareShapes(
        _ x: TypeUse, _ y: TypeUse, at site: Site, _ direction: Direction, _ source: inout String?
    ) {
        let forms = (old.form(of: x), new.form(of: y))
        if forms.0 == forms.1 { return }
        let message = "\(site.name) is \(new.words(for: y)) instead of \(old.words(for: x))"
        let reason = take(&source)
        switch forms.0.relation(to: forms.1) {
        case .narrower:
            report(.typeWidened, message, at: site, direction, widens: .breaking, source: reason)
        case .wider:
            report(.typeNarrowed, message, at: site, direction, narrows: .breaking, source: reason)
        case .other:
            report(.typeChanged, message, at: site, direction, narrows: .breaking, widens: .breaking, source: reason)
        }
    }

    // MARK: Declarations

    mutating func compareDeclarations(_ a: TypeDeclaration, _ b: TypeDeclaration, _ direction: Direction) {
        let site = Site(name: "`\(a.id.name)`", old: a.origin, new: b.origin)
        switch (a.shape, b.shape) {
        case (.object(let x), .object(let y)):
            compareConstraints(a.constraints, b.constraints, at: site, direction)
            compareObjects(x, y, a, b, at: site, direction)
        case (.enumeration(let x), .enumeration(let y)):
            compareConstraints(a.constraints, b.constraints, at: site, direction)
            compareEnums(x, y, at: site, direction)
        case (.union(let x), .union(let y)):
            compareConstraints(a.constraints, b.constraints, at: site, direction)
            compareUnions(x, y, at: site, direction)
        default:
            // An alias, which has the same name as the other type.
            let uses = (TypeUse(.named(a.id), origin: a.origin), TypeUse(.named(b.id), origin: b.origin))
            let types = (old.swiftType(uses.0), new.swiftType(uses.1))
            let isRenamed = types.0 != types.1 || old.isAlias(a) != new.isAlias(b)
            compareTypes(
                uses.0, uses.1, at: site, direction,
                source: isRenamed ? "the type is a `\(types.1)` instead of a `\(types.0)`" : nil)
        }
    }
}
