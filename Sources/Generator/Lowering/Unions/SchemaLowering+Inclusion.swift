import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// The facts that decide whether all values of one alternative are values of another.
private struct Candidate {
    var schema: Schema
    var conjunction: Conjunction
    /// The only JSON type of the values.
    var kind: Discrimination.JSONKind?
    /// The listed values, if any.
    var values: [Node]?
    /// Whether it can include another alternative: it lists no values, and all its assertions can be checked.
    var isWide: Bool
    /// Whether it has assertions that the values of another alternative must satisfy.
    var isBounded: Bool
}

// Alternatives that another alternative includes.
extension SchemaLowering {
    /// Removes alternatives that another includes, and `null`, which belongs to the use of the type.
    mutating func simplify(_ group: Group) -> (kept: [Schema], included: [Schema]) {
        let members = group.keyword == .anyOf ? opened(group.members) : group.members
        var candidates: [Candidate] = []
        var seen: Set<Node> = []
        for schema in members {
            let conjunction = Conjunction([schema])
            guard !conjunction.isNull, let target = document.declaration(of: schema.node), seen.insert(target).inserted
            else {
                continue
            }
            candidates.append(candidate(schema, conjunction))
        }
        let wide = candidates.indices.filter { candidates[$0].isWide }
        var kept: [Schema] = []
        var included: [Schema] = []
        for index in candidates.indices {
            let wider = wide.first { other in
                other != index && isIncluded(candidates[index], in: candidates[other])
                    && (other < index || !isIncluded(candidates[other], in: candidates[index]))
            }
            if let wider {
                reportInclusion(of: candidates[index].schema, in: candidates[wider].schema, group)
                included.append(candidates[index].schema)
            } else {
                kept.append(candidates[index].schema)
            }
        }
        return (kept, included)
    }

    private func candidate(_ schema: Schema, _ conjunction: Conjunction) -> Candidate {
        let list = list(in: conjunction)?.values
        return Candidate(
            schema: schema, conjunction: conjunction, kind: kind(of: conjunction), values: list,
            isWide: list == nil && !conjunction.hasAny(of: [.oneOf, .anyOf])
                && !conjunction.hasAny(of: Self.uncheckedKeywords),
            isBounded: conjunction.hasAny(of: Self.checkedKeywords))
    }

    private static let uncheckedKeywords = Keywords.asserting.subtracting(checkedKeywords)

    /// The only JSON type of the values, from `type` or from a list.
    private func kind(of conjunction: Conjunction) -> Discrimination.JSONKind? {
        if let kinds = conjunction.kinds { return kinds.count == 1 ? kinds.first : nil }
        let areTexts =
            list(in: conjunction).map { !$0.values.isEmpty && $0.values.allSatisfy { $0.kind == .string } } ?? false
        return areTexts ? .string : nil
    }

    /// The alternatives, with each `anyOf` that contains only texts replaced by its alternatives.
    private func opened(_ members: [Schema]) -> [Schema] {
        var known: [Node: [Schema]?] = [:]
        var result: [Schema] = []
        var seen: Set<Node> = []
        // An explicit stack, which contains each schema at most once.
        var pending = Array(members.reversed())
        while let schema = pending.popLast() {
            let isNew = seen.insert(document.resolve(schema.node) ?? schema.node).inserted
            if let texts = texts(in: schema, &known, depth: 0) {
                if isNew { pending += texts.reversed() }
            } else {
                result.append(schema)
            }
        }
        return result
    }

    /// The alternatives of a schema that is only an `anyOf` of texts, or of such schemas. `nil` for other schemas.
    private func texts(in schema: Schema, _ known: inout [Node: [Schema]?], depth: Int) -> [Schema]? {
        let target = document.resolve(schema.node) ?? schema.node
        if let texts = known[target] { return texts }
        // A schema that contains itself is not a list of texts.
        known[target] = .some(nil)
        let parts = Conjunction([schema]).parts.filter { part in
            part.node.entries.contains { $0.key != "$ref" && !Keywords.annotations.contains($0.key) }
        }
        guard depth < Bounds.comparedLevels, parts.count == 1, parts[0][.anyOf] != nil,
            parts[0].node.entries.allSatisfy({ $0.key == "anyOf" || Keywords.annotations.contains($0.key) })
        else { return nil }
        let members = parts[0].subschemas(.anyOf)
        let areTexts = members.allSatisfy { member in
            let conjunction = Conjunction([member])
            return conjunction.isNull || kind(of: conjunction) == .string
                || texts(in: member, &known, depth: depth + 1) != nil
        }
        if areTexts { known[target] = members }
        return areTexts ? members : nil
    }

    /// Warns that `oneOf` rejects values of two alternatives, which is rarely intended: every integer is also a number.
    private mutating func reportInclusion(of schema: Schema, in wider: Schema, _ group: Group) {
        guard group.keyword == .oneOf else { return }
        assertedGroups.insert(AssertedGroup(node: group.part.node, keyword: group.keyword))
        diagnostics.warning(
            .overlappingVariants, "every value of this alternative also matches another one, so `oneOf` rejects it",
            at: place(of: schema), notes: [.init("the other alternative is here", at: place(of: wider))],
            help: "write `anyOf` if a value may match both")
    }

    /// Whether every value of one alternative, which is not an object, is certainly a value of the other.
    ///
    /// - Parameter level: The depth of arrays, which can be infinite. Beyond eight the result is `false`.
    private func isIncluded(_ narrow: Candidate, in wide: Candidate, level: Int = 0) -> Bool {
        guard level < Bounds.comparedLevels, let kind = narrow.kind, let otherKind = wide.kind, wide.isWide,
            kind == otherKind || (kind == .integer && otherKind == .number)
        else { return false }
        if wide.isBounded {
            guard let values = narrow.values else { return false }
            let areWithin = values.allSatisfy { value in
                !wide.conjunction.parts.contains { boundMismatch(value, $0) != nil }
            }
            guard areWithin else { return false }
        }
        let (a, b) = (narrow.conjunction, wide.conjunction)
        switch (kind, otherKind) {
        case (.integer, .number): return !b.has(.format) || b.first(.format)?.text == "double"
        case (.integer, .integer), (.number, .number): return !b.has(.format)
        case (.string, .string): return !b.has(.format) && !b.has(.contentEncoding)
        case (.boolean, .boolean): return true
        case (.array, .array):
            guard let (own, other) = elements(of: a, b), a.first(.prefixItems) == nil else { return false }
            return isIncluded(candidate(narrow.schema, own), in: candidate(wide.schema, other), level: level + 1)
        default: return false
        }
    }

    private func elements(of a: Conjunction, _ b: Conjunction) -> (Conjunction, Conjunction)? {
        let own = a.parts.compactMap { $0.subschema(.items) }
        let others = b.parts.compactMap { $0.subschema(.items) }
        guard !own.isEmpty, !others.isEmpty, b.first(.prefixItems) == nil else { return nil }
        return (Conjunction(own), Conjunction(others))
    }
}
