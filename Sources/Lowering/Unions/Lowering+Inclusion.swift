import APIModel
import Diagnostics
import OpenAPI
import YAMLSource

// Alternatives whose values are all values of another one.
extension Lowering {
    /// Takes away alternatives that another includes, and `null`, which belongs to the use of the type.
    mutating func simplify(_ group: Group) -> (kept: [Schema], included: [Schema]) {
        let members = group.keyword == "anyOf" ? group.members.flatMap { texts(in: $0, depth: 0) } : group.members
        var candidates: [(schema: Schema, whole: Conjunction, kind: Discrimination.JSONKind?)] = []
        var seen: Set<Node> = []
        for schema in members {
            let whole = Conjunction([schema], in: document)
            guard !whole.isNull, let target = document.resolve(schema.node), seen.insert(target).inserted else { continue }
            candidates.append((schema, whole, kind(of: whole)))
        }
        func includes(_ other: Int, _ index: Int) -> Bool {
            guard let kind = candidates[index].kind, kind != .object, let otherKind = candidates[other].kind else {
                return false
            }
            return isIncluded(candidates[index].whole, of: kind, in: candidates[other].whole, of: otherKind)
        }
        var kept: [Schema] = []
        var included: [Schema] = []
        for index in candidates.indices {
            let wider = candidates.indices.first { other in
                other != index && includes(other, index) && (other < index || !includes(index, other))
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

    /// The one JSON type that all values have, by `type` or by a list.
    private func kind(of whole: Conjunction) -> Discrimination.JSONKind? {
        if let kinds = whole.kinds { return kinds.count == 1 ? kinds.first : nil }
        let areTexts = list(in: whole).map { !$0.values.isEmpty && $0.values.allSatisfy { $0.kind == .string } } ?? false
        return areTexts ? .string : nil
    }

    /// The alternatives of an alternative that is nothing but an `anyOf` of texts; else itself.
    private func texts(in schema: Schema, depth: Int) -> [Schema] {
        guard depth < 8 else { return [schema] }
        let parts = Conjunction([schema], in: document).parts.filter { part in
            part.node.entries.contains { $0.key != "$ref" && !Keywords.annotations.contains($0.key) }
        }
        guard parts.count == 1, parts[0]["anyOf"] != nil,
            parts[0].node.entries.allSatisfy({ $0.key == "anyOf" || Keywords.annotations.contains($0.key) })
        else { return [schema] }
        let members = parts[0].subschemas("anyOf").flatMap { texts(in: $0, depth: depth + 1) }
        let areTexts = members.allSatisfy { member in
            let whole = Conjunction([member], in: document)
            return whole.isNull || kind(of: whole) == .string
        }
        return areTexts ? members : [schema]
    }

    /// `oneOf` refuses what two alternatives allow, which is hardly what is meant: an integer is a number, too.
    private mutating func reportInclusion(of schema: Schema, in wider: Schema, _ group: Group) {
        guard group.keyword == "oneOf" else { return }
        assertedGroups.insert(AssertedGroup(node: group.part.node, keyword: group.keyword))
        diagnostics.warning(
            .overlappingVariants, "every value of this alternative is one of another too, and `oneOf` refuses it",
            at: schema.node.place, notes: [.init("the other alternative is here", at: wider.node.place)],
            help: "write `anyOf` if a value may be of both")
    }

    /// Whether every value of one scalar schema is plainly a value of the other.
    private func isIncluded(
        _ a: Conjunction, of kind: Discrimination.JSONKind, in b: Conjunction, of otherKind: Discrimination.JSONKind
    ) -> Bool {
        guard kind == otherKind || (kind == .integer && otherKind == .number) else { return false }
        guard !b.has("enum"), !b.has("const"), !b.has("oneOf"), !b.has("anyOf") else { return false }
        let values = list(in: a)?.values
        for (keyword, _) in Keywords.assertions where b.has(keyword) {
            guard let values, Self.judged.contains(keyword) else { return false }
            guard values.allSatisfy({ value in !b.parts.contains { boundMismatch(value, $0) != nil } }) else { return false }
        }
        switch (kind, otherKind) {
        case (.integer, .number): return !b.has("format") || b.first("format")?.text == "double"
        case (.integer, .integer), (.number, .number): return !b.has("format")
        case (.string, .string): return !b.has("format") && !b.has("contentEncoding")
        case (.boolean, .boolean): return true
        case (.array, .array):
            guard let (own, other) = elements(of: a, b), a.first("prefixItems") == nil,
                let kind = own.kinds?.first, own.kinds?.count == 1,
                let otherKind = other.kinds?.first, other.kinds?.count == 1
            else { return false }
            return isIncluded(own, of: kind, in: other, of: otherKind)
        default: return false
        }
    }

    private func elements(of a: Conjunction, _ b: Conjunction) -> (Conjunction, Conjunction)? {
        let own = a.parts.compactMap { $0.subschema("items") }
        let others = b.parts.compactMap { $0.subschema("items") }
        guard !own.isEmpty, !others.isEmpty, b.first("prefixItems") == nil else { return nil }
        return (Conjunction(own, in: document), Conjunction(others, in: document))
    }
}
