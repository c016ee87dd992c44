import ApusAPIModel

extension Comparison {
    mutating func compareObjects(
        _ a: ObjectShape, _ b: ObjectShape, _ x: TypeDeclaration, _ y: TypeDeclaration, at site: Site,
        _ direction: Direction
    ) {
        for property in a.properties {
            let name = "`\(x.id.name).\(property.name)`"
            guard let other = b.properties.first(where: { $0.name == property.name }) else {
                reportRemoval(of: property, from: b, Site(name: name, old: property.origin, new: y.origin), direction)
                continue
            }
            compareProperties(
                property, other, x, y, at: Site(name: name, old: property.origin, new: other.origin), direction)
        }
        for property in b.properties where !a.properties.contains(where: { $0.name == property.name }) {
            let place = Site(name: "`\(y.id.name).\(property.name)`", old: x.origin, new: property.origin)
            reportAddition(of: property, to: a, place, direction)
        }
        if signature(a).isReordered(in: signature(b)) {
            report(
                .propertiesReordered, "the properties of \(site.name) have another order in code", at: site,
                source: "the initializer's arguments have the order of the declaration")
        }
        compareOtherMembers(a, b, at: site, direction)
        compareRules(a, b, at: site, direction)
    }

    private func signature(_ object: ObjectShape) -> Signature {
        Signature(
            arguments: object.properties.filter { $0.constant == nil }.map {
                Signature.Argument(
                    key: $0.name, label: $0.explicitName ?? $0.name, isRequired: $0.isRequired && $0.defaultValue == nil
                )
            })
    }

    private mutating func reportRemoval(
        of property: Property, from object: ObjectShape, _ site: Site, _ direction: Direction
    ) {
        let source = "nothing has the name of the property"
        if object.membersOfOtherDirection.contains(property.name) {
            report(
                .propertyOneWay, "\(site.name) is no longer \(direction == .request ? "sent" : "received")", at: site,
                direction, narrows: .risky, widens: property.isRequired ? .breaking : .risky, source: source)
            return
        }
        let isRefused = object.additionalProperties == .forbidden
        report(
            .propertyRemoved, "\(site.name) was removed", at: site, direction,
            narrows: isRefused ? .breaking : direction == .request ? .risky : .safe,
            widens: property.isRequired ? .breaking : .risky, source: source)
    }

    private mutating func reportAddition(
        of property: Property, to object: ObjectShape, _ site: Site, _ direction: Direction
    ) {
        let isRefused = object.additionalProperties == .forbidden
        let isRequired = property.isRequired
        let isNeeded = isRequired && property.defaultValue == nil && property.constant == nil
        report(
            isRequired ? .requiredPropertyAdded : .propertyAdded,
            "\(site.name) is new" + (isRequired ? " and required" : ""), at: site, direction,
            narrows: isRequired ? .breaking : .safe,
            widens: isRefused ? .breaking : direction == .request ? .risky : .safe,
            source: isNeeded ? "the initializer has a new argument without a default" : nil)
    }

    private mutating func compareProperties(
        _ a: Property, _ b: Property, _ x: TypeDeclaration, _ y: TypeDeclaration, at site: Site, _ direction: Direction
    ) {
        if (a.explicitName ?? a.name) != (b.explicitName ?? b.name) {
            report(
                .propertyRenamed, "\(site.name) is named `\(b.explicitName ?? b.name)` in code", at: site,
                source: "the property has another name")
        }
        var source = sourceBreak(a, b, x, y)
        if b.isRequired, !a.isRequired {
            report(
                .propertyRequired, "\(site.name) is required now", at: site, direction, narrows: .breaking,
                source: take(&source))
        } else if a.isRequired, !b.isRequired {
            report(
                .propertyOptional, "\(site.name) is no longer required", at: site, direction, widens: .breaking,
                source: take(&source))
        }
        compareConstants(a.constant, b.constant, at: site, direction, &source)
        compareDefaults(a.defaultValue, b.defaultValue, at: site, direction, verdict: .risky, &source)
        compareTypes(a.type, b.type, at: site, direction, source: source)
    }

    /// Returns why source that reads the property or creates an object does not compile.
    private func sourceBreak(_ a: Property, _ b: Property, _ x: TypeDeclaration, _ y: TypeDeclaration) -> String? {
        let types = (old.swiftType(of: a, in: x), new.swiftType(of: b, in: y))
        if types.0 != types.1 { return "the property is a `\(types.1)` instead of a `\(types.0)`" }
        let isNeeded = b.isRequired && b.defaultValue == nil && b.constant == nil
        let wasNeeded = a.isRequired && a.defaultValue == nil && a.constant == nil
        if isNeeded, !wasNeeded { return "the initializer's argument no longer has a default" }
        let hadEffective = !a.isRequired && a.defaultValue != nil && a.constant == nil
        let hasEffective = !b.isRequired && b.defaultValue != nil && b.constant == nil
        return hadEffective && !hasEffective ? "the property with the default (`effective…`) was removed" : nil
    }

    private mutating func compareConstants(
        _ a: JSONLiteral?, _ b: JSONLiteral?, at site: Site, _ direction: Direction, _ source: inout String?
    ) {
        switch (a?.canonicalText, b?.canonicalText) {
        case (let one?, let other?) where one != other:
            report(
                .constantChanged, "\(site.name) is always `\(other)` instead of `\(one)`", at: site, direction,
                narrows: .breaking, widens: .breaking, source: take(&source))
        case (nil, let other?):
            report(
                .constantAdded, "\(site.name) is always `\(other)`", at: site, direction, narrows: .breaking,
                source: take(&source))
        case (let one?, nil):
            report(
                .constantRemoved, "\(site.name) is no longer always `\(one)`", at: site, direction, widens: .breaking,
                source: take(&source))
        default: break
        }
    }

    /// Compares the default values.
    mutating func compareDefaults(
        _ a: JSONLiteral?, _ b: JSONLiteral?, at site: Site, _ direction: Direction, verdict: Verdict,
        _ source: inout String?
    ) {
        switch (a?.canonicalText, b?.canonicalText) {
        case (let one?, let other?) where one != other:
            report(
                .defaultChanged, "\(site.name) has the default `\(other)` instead of `\(one)`", at: site, direction,
                narrows: verdict, widens: verdict)
        case (nil, let other?):
            report(.defaultAdded, "\(site.name) has the default `\(other)`", at: site, direction, narrows: verdict)
        case (let one?, nil):
            report(
                .defaultRemoved, "\(site.name) no longer has the default `\(one)`", at: site, direction,
                narrows: verdict, source: take(&source))
        default: break
        }
    }

    mutating func compareDefaults(
        _ a: JSONLiteral?, _ b: JSONLiteral?, at site: Site, _ direction: Direction, verdict: Verdict
    ) {
        var source: String?
        compareDefaults(a, b, at: site, direction, verdict: verdict, &source)
    }

    private mutating func compareOtherMembers(_ a: ObjectShape, _ b: ObjectShape, at site: Site, _ direction: Direction)
    {
        let name = "other members of \(site.name)"
        let source = "the property for other members was removed or has another type"
        switch (a.additionalProperties, b.additionalProperties) {
        case (.ignored, .ignored), (.forbidden, .forbidden): break
        case (.kept(let one), .kept(let other)):
            let types = (old.swiftType(one), new.swiftType(other))
            compareTypes(
                one, other, at: Site(name: "a value of \(name)", old: one.origin, new: other.origin), direction,
                source: types.0 == types.1 ? nil : source)
        case (.ignored, .kept(let use)):
            if use.type == .any { return }
            report(
                .otherMembersRefused, "\(name) are \(new.words(for: use))", at: site, direction, narrows: .breaking)
        case (.kept(let use), .ignored):
            report(
                .otherMembersAllowed, "\(name) may be any JSON", at: site, direction,
                widens: use.type == .any ? .safe : .breaking, source: source)
        case (let one, .forbidden):
            report(
                .otherMembersRefused, "\(name) are refused", at: site, direction, narrows: .breaking,
                source: one == .ignored ? nil : source)
        case (.forbidden, _):
            report(
                .otherMembersAllowed, "\(name) are allowed", at: site, direction, widens: .breaking, source: source)
        }
    }

    private mutating func compareRules(_ a: ObjectShape, _ b: ObjectShape, at site: Site, _ direction: Direction) {
        for rule in a.rules where !b.rules.contains(where: { $0.text == rule.text }) {
            report(
                .ruleRemoved, "\(site.name) no longer has the rule `\(rule.text)`",
                at: Site(name: site.name, old: rule.origin, new: site.new), direction, widens: .breaking)
        }
        for rule in b.rules where !a.rules.contains(where: { $0.text == rule.text }) {
            report(
                .ruleAdded, "\(site.name) has the new rule `\(rule.text)`",
                at: Site(name: site.name, old: site.old, new: rule.origin), direction, narrows: .breaking)
        }
    }
}
