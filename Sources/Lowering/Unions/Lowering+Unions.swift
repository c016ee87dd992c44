import APIModel
import Diagnostics
import OpenAPI
import YAMLSource

// `oneOf`, `anyOf` and lists of types.
extension Lowering {
    /// The type of a conjunction with a `oneOf` or `anyOf` that offers types; `nil` if there is none.
    mutating func union(_ whole: Conjunction, path: NamePath) -> TypeUse? {
        for part in whole.parts {
            for keyword in ["oneOf", "anyOf"] {
                let group = part.subschemas(keyword)
                // A parent that lists its children does not become a union within a child.
                let listsOpened = group.contains { document.resolve($0.node).map { whole.opened.contains($0) } ?? false }
                if group.isEmpty || listsOpened { continue }
                if onlyAsserts(group, in: whole, besides: part) {
                    assertedGroups.insert(part.node)
                    continue
                }
                return union(of: group, part: part, keyword: keyword, whole: whole, path: path)
            }
        }
        return nil
    }

    /// Whether the members of a group narrow what stands beside the group, rather than being types of their own.
    private func onlyAsserts(_ group: [Schema], in whole: Conjunction, besides part: Schema) -> Bool {
        let known = Set(whole.properties.map(\.name))
        let isTyped = whole.kinds != nil || !known.isEmpty
        return group.allSatisfy { member in
            if member.isReference || member.booleanValue != nil { return false }
            let entries = member.node.entries.filter { !$0.key.hasPrefix("x-") }
            if entries.allSatisfy({ $0.key == "required" || $0.key == "not" || Keywords.annotations.contains($0.key) }) {
                return !entries.isEmpty && (isTyped || member["required"] != nil || member["not"] != nil)
            }
            guard isTyped else { return false }
            if member["oneOf"] != nil || member["anyOf"] != nil || member["allOf"] != nil { return false }
            let properties = member.namedSubschemas("properties")
            if !properties.isEmpty {
                // Constraints on members that exist already; a member without keywords but new is new data.
                return !known.isEmpty && properties.allSatisfy { known.contains($0.name) }
                    && (member["type"] == nil || whole.kinds == [.object])
            }
            if member["type"] != nil || member["enum"] != nil || member["const"] != nil { return false }
            return true
        }
    }

    private mutating func union(
        of group: [Schema], part: Schema, keyword: String, whole: Conjunction, path: NamePath
    ) -> TypeUse {
        let origin = origin(of: whole.place.node)
        let alternatives = simplify(group.filter { !Conjunction([$0], in: document).isNull })
        let rest = baseParts(of: whole, without: keyword, at: part)
        if alternatives.count == 1 {
            // What is left takes the name that waits for the whole.
            if pendingName?.node == whole.place.node { pendingName?.node = alternatives[0].node }
            return typeUse(alternatives + rest, path: path)
        }
        if alternatives.isEmpty { return TypeUse(.null, origin: origin) }
        let pending = pendingName
        pendingName = nil
        var variants: [UnionShape.Variant] = []
        var facts: [VariantFacts] = []
        for (index, alternative) in alternatives.enumerated() {
            let hint = hint(for: alternative, index: index)
            var use = typeUse([alternative] + rest, path: path.appending(hint))
            use.isNullable = false
            variants.append(UnionShape.Variant(nameHint: hint, type: use))
            facts.append(VariantFacts(Conjunction([alternative] + rest, in: document), in: document))
        }
        nameApart(&variants)
        pendingName = pending
        let plan = discrimination(of: facts, alternatives: alternatives, whole: whole, variants: variants)
        let id = declare(
            .union(UnionShape(variants: variants, discrimination: plan, isOpen: false)), for: whole, path: path,
            constraints: constraints(whole.parts.filter { rest.isEmpty || $0.node == part.node }, kinds: []))
        return TypeUse(.named(id), origin: origin)
    }

    /// What stands beside a union and makes a type of its own, so that it belongs to every variant.
    private func baseParts(of whole: Conjunction, without keyword: String, at part: Schema) -> [Schema] {
        let others = whole.parts.filter { other in
            other.node != part.node && (Keywords.isStructural(other, ignoring: ["allOf", "$ref", "$dynamicRef"]))
        }
        let ownIsStructural = Keywords.isStructural(part, ignoring: [keyword, "allOf", "$ref", "$dynamicRef", "discriminator"])
            && part["properties"] != nil
        return others + (ownIsStructural ? [part] : [])
    }

    /// Drops alternatives that another includes.
    private func simplify(_ group: [Schema]) -> [Schema] {
        var kept: [(schema: Schema, whole: Conjunction, kind: Discrimination.JSONKind?)] = []
        var seen: Set<Node> = []
        for schema in group {
            guard let target = document.resolve(schema.node), seen.insert(target).inserted else { continue }
            let whole = Conjunction([schema], in: document)
            let kinds = whole.kinds
            kept.append((schema, whole, kinds?.count == 1 ? kinds?.first : nil))
        }
        func includes(_ other: Int, _ index: Int) -> Bool {
            guard let kind = kept[index].kind, let otherKind = kept[other].kind, kind != .object else { return false }
            return isIncluded(kept[index].whole, of: kind, in: kept[other].whole, of: otherKind)
        }
        return kept.indices.filter { index in
            !kept.indices.contains { other in
                other != index && includes(other, index) && (other < index || !includes(index, other))
            }
        }.map { kept[$0].schema }
    }

    /// Whether every value of one scalar schema is plainly a value of the other.
    private func isIncluded(
        _ a: Conjunction, of kind: Discrimination.JSONKind, in b: Conjunction, of otherKind: Discrimination.JSONKind
    ) -> Bool {
        guard kind == otherKind || (kind == .integer && otherKind == .number) else { return false }
        let plain = !b.has("enum") && !b.has("const") && !b.has("oneOf") && !b.has("anyOf") && !b.has("not")
            && !Keywords.assertions.contains { b.has($0.keyword) }
        guard plain else { return false }
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

    // MARK: Names of variants

    private func hint(for alternative: Schema, index: Int) -> String {
        if let name = alternative["x-apus-name"]?.string { return name }
        if alternative.isReference, let reference = alternative["$ref"]?.text {
            let last = reference.split(separator: "/").last.map(String.init) ?? reference
            return last.split(separator: "#").first.map(String.init) ?? last
        }
        if let title = alternative.title, !title.isEmpty { return title }
        let whole = Conjunction([alternative], in: document)
        if let constant = whole.first("const")?.string { return constant }
        if let format = whole.first("format")?.text, whole.kinds == [.string] { return format }
        if let kind = whole.kinds?.first, whole.kinds?.count == 1 { return kind.rawValue }
        return "variant\(index + 1)"
    }

    private func nameApart(_ variants: inout [UnionShape.Variant]) {
        var used: Set<String> = []
        for index in variants.indices {
            let hint = variants[index].nameHint
            var number = 2
            while !used.insert(variants[index].nameHint).inserted {
                variants[index].nameHint = "\(hint)\(number)"
                number += 1
            }
        }
    }

    // MARK: Lists of types

    /// `type: [string, integer]`: a variant for each type.
    mutating func unionOfKinds(
        _ whole: Conjunction, kinds: Set<Discrimination.JSONKind>, path: NamePath
    ) -> TypeUse {
        let pending = pendingName
        pendingName = nil
        var variants: [UnionShape.Variant] = []
        var branches: [Discrimination.Branch<Discrimination.JSONKind>] = []
        for kind in Discrimination.JSONKind.allCases where kinds.contains(kind) {
            if kind == .integer, kinds.contains(.number) { continue }
            branches.append(.init(kind, .variant(variants.count)))
            let use = type(of: whole, kind: kind, path: path.appending(kind.rawValue))
            variants.append(UnionShape.Variant(nameHint: kind.rawValue, type: use))
        }
        pendingName = pending
        let id = declare(
            .union(UnionShape(variants: variants, discrimination: .kind(branches), isOpen: false)), for: whole,
            path: path, constraints: Constraints())
        return TypeUse(.named(id), origin: origin(of: whole.place.node))
    }
}
