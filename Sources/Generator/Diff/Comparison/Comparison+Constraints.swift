import ApusAPIModel

extension Comparison {
    /// Compares assertions of JSON Schema about one value.
    mutating func compareConstraints(_ a: Constraints, _ b: Constraints, at site: Site, _ direction: Direction) {
        if a == b { return }
        for range in Bound.keywords {
            compareBounds(Bound(of: range, in: a), Bound(of: range, in: b), at: site, direction)
        }
        compareNames("required", a, b, at: site, direction, narrowsByAddition: true)
        compareNames("enum", a, b, at: site, direction, narrowsByAddition: false)
        compareNames("dependentRequired", a, b, at: site, direction, narrowsByAddition: true)
        compareSchemas(a, b, at: site, direction)
    }

    private mutating func compareBounds(_ a: Bound?, _ b: Bound?, at site: Site, _ direction: Direction) {
        guard let bound = b ?? a, a?.value != b?.value || a?.isExclusive != b?.isExclusive else { return }
        let place = Site(name: site.name, old: a?.origin ?? site.old, new: b?.origin ?? site.new)
        switch (a, b) {
        case (nil, let b?):
            report(
                .constraintNarrowed, "\(site.name) has the new bound \(b.text)", at: place, direction,
                narrows: .breaking)
        case (let a?, nil):
            report(
                .constraintWidened, "\(site.name) no longer has the bound \(a.text)", at: place, direction,
                widens: .breaking)
        case (let a?, let b?):
            let isNarrower =
                a.value == b.value ? b.isExclusive : bound.isUpper ? b.value < a.value : b.value > a.value
            report(
                isNarrower ? .constraintNarrowed : .constraintWidened,
                "\(site.name) has the bound \(b.text) instead of \(a.text)", at: place, direction,
                narrows: isNarrower ? .breaking : .safe, widens: isNarrower ? .safe : .breaking)
        case (nil, nil): break
        }
    }

    /// Compares the elements of an assertion with a list, such as `required`.
    private mutating func compareNames(
        _ keyword: String, _ a: Constraints, _ b: Constraints, at site: Site, _ direction: Direction,
        narrowsByAddition: Bool
    ) {
        let (before, after) = (a.elements(of: keyword), b.elements(of: keyword))
        let place = Site(
            name: site.name, old: a.first(keyword)?.origin ?? site.old, new: b.first(keyword)?.origin ?? site.new)
        guard let before, let after else {
            guard let only = before ?? after, !only.isEmpty else { return }
            let isNew = before == nil
            report(
                isNew ? .constraintNarrowed : .constraintWidened,
                "\(site.name) \(isNew ? "has the new" : "no longer has the") assertion `\(keyword)` of \(list(only))",
                at: place, direction, narrows: isNew ? .breaking : .safe, widens: isNew ? .safe : .breaking)
            return
        }
        let added = after.filter { !before.contains($0) }
        let removed = before.filter { !after.contains($0) }
        if !added.isEmpty {
            report(
                narrowsByAddition ? .constraintNarrowed : .constraintWidened,
                "`\(keyword)` of \(site.name) has the new \(list(added))", at: place, direction,
                narrows: narrowsByAddition ? .breaking : .safe, widens: narrowsByAddition ? .safe : .breaking)
        }
        if !removed.isEmpty {
            report(
                narrowsByAddition ? .constraintWidened : .constraintNarrowed,
                "`\(keyword)` of \(site.name) no longer has \(list(removed))", at: place, direction,
                narrows: narrowsByAddition ? .safe : .breaking, widens: narrowsByAddition ? .breaking : .safe)
        }
    }

    /// Compares all other assertions by their text. Of two different ones, it is unknown which allows more.
    private mutating func compareSchemas(_ a: Constraints, _ b: Constraints, at site: Site, _ direction: Direction) {
        let compared = Set(
            Bound.keywords.flatMap { [$0.keyword, $0.exclusive] } + ["required", "enum", "dependentRequired"])
        let keywords = (a.assertions + b.assertions).map(\.keyword).filter { !compared.contains($0) }
        var seen: Set<String> = []
        for keyword in keywords where !Self.annotations.contains(keyword) && seen.insert(keyword).inserted {
            // A condition by itself asserts nothing. A new one is reported with what follows from it.
            if keyword == "if", !a.hasConsequence || !b.hasConsequence { continue }
            let before = a.assertions.filter { $0.keyword == keyword && !Self.assertsNothing($0) }
            let after = b.assertions.filter { $0.keyword == keyword && !Self.assertsNothing($0) }
            let texts = (Set(before.map(\.operand.canonicalText)), Set(after.map(\.operand.canonicalText)))
            if texts.0 == texts.1 { continue }
            let place = Site(
                name: site.name, old: before.first?.origin ?? site.old, new: after.first?.origin ?? site.new)
            if texts.0.isSubset(of: texts.1) {
                report(
                    .constraintNarrowed, "\(site.name) has the new assertion `\(keyword)`", at: place, direction,
                    narrows: .breaking)
            } else if texts.1.isSubset(of: texts.0) {
                report(
                    .constraintWidened, "\(site.name) no longer has the assertion `\(keyword)`", at: place, direction,
                    widens: .breaking)
            } else {
                report(
                    .constraintChanged, "\(site.name) has another `\(keyword)`", at: place, direction, narrows: .risky,
                    widens: .risky)
            }
        }
    }

    /// Whether all values are valid: a pattern that matches each string, or `uniqueItems: false`.
    private static func assertsNothing(_ assertion: Constraints.Assertion) -> Bool {
        switch (assertion.keyword, assertion.operand) {
        case ("pattern", .string(let pattern)): ["", "^", ".*", "^.*"].contains(pattern)
        case ("uniqueItems", let operand): operand == .bool(false)
        default: false
        }
    }

    /// They assert nothing by themselves. A change of `properties` and `items` is found at the members.
    private static let annotations: Set<String> = [
        "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples", "example",
        "x-apus-variants", "properties", "format",
    ]
}

extension Constraints {
    func first(_ keyword: String) -> Assertion? { assertions.first { $0.keyword == keyword } }

    /// Whether something is asserted of values that meet a condition, or of those that do not.
    fileprivate var hasConsequence: Bool { first("then") != nil || first("else") != nil }

    /// Returns the elements of all lists of a keyword, or `nil` if there is none.
    fileprivate func elements(of keyword: String) -> [String]? {
        let operands = assertions.filter { $0.keyword == keyword }.map(\.operand)
        return operands.isEmpty ? nil : operands.flatMap(\.listed)
    }
}

extension JSONLiteral {
    /// The elements of a list, or of the lists in an object with their keys.
    fileprivate var listed: [String] {
        switch self {
        case .array(let elements):
            elements.map { element in
                if case .string(let text) = element { return text }
                return element.canonicalText
            }
        case .object(let members): members.flatMap { member in member.value.listed.map { "\(member.name) → \($0)" } }
        default: []
        }
    }
}
