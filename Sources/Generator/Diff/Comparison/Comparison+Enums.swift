import ApusAPIModel

extension Comparison {
    mutating func compareEnums(_ a: EnumShape, _ b: EnumShape, at site: Site, _ direction: Direction) {
        let next = Dictionary(b.cases.map { ($0.value.canonicalText, $0) }) { first, _ in first }
        let previous = Set(a.cases.map(\.value.canonicalText))
        for value in a.cases {
            let text = value.value.canonicalText
            guard let other = next[text] else {
                report(
                    .enumValueRemoved, "\(site.name) no longer has the value `\(text)`", at: site, direction,
                    narrows: b.isExtensible ? .safe : .breaking, source: "the case was removed")
                continue
            }
            if value.explicitName != other.explicitName || value.nameHint != other.nameHint {
                report(
                    .caseRenamed, "the value `\(text)` of \(site.name) has another name in code", at: site,
                    source: "the case has another name")
            }
        }
        for value in b.cases where !previous.contains(value.value.canonicalText) {
            report(
                .enumValueAdded, "\(site.name) has the new value `\(value.value.canonicalText)`", at: site, direction,
                widens: a.isExtensible ? .safe : .breaking, source: "a `switch` over the enum lacks the new case")
        }
        if a.isExtensible != b.isExtensible {
            report(
                b.isExtensible ? .typeWidened : .typeNarrowed,
                "\(site.name) \(b.isExtensible ? "allows" : "no longer allows") values that it does not list", at: site,
                direction, narrows: b.isExtensible ? .safe : .breaking, widens: b.isExtensible ? .breaking : .safe)
        }
        if a.isOpen != b.isOpen {
            report(
                .enumOpenness,
                "\(site.name) \(b.isOpen ? "keeps" : "no longer keeps") unlisted values that are received", at: site,
                source: b.isOpen
                    ? "a `switch` over the enum lacks `unrecognized`" : "the case `unrecognized` was removed")
        }
    }
}
