import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// Schemas that a value must satisfy together: a schema with its `allOf` and `$ref` expanded.
///
/// Schemas are not merged. A property of the conjunction is what all its parts together say about it.
struct Conjunction {
    /// The schemas of the conjunction.
    let schemas: [Schema]
    /// The schema that the conjunction expands.
    var place: Schema { schemas[0] }
    /// Schemas whose `$ref` and `allOf` are ignored, because their targets are parts too.
    private(set) var parts: [Schema]
    /// The parts in the order in which the description lists their members. It differs from that of `parts` if an `allOf`
    /// precedes the `properties` beside it.
    private var memberOrder: [Schema] = []
    /// All visited schemas. Empty if that is only the expanded one.
    private(set) var opened: Set<Node> = []

    init(_ schemas: [Schema]) {
        self.schemas = schemas
        if schemas.count == 1, !schemas[0].isReference, schemas[0][.allOf] == nil {
            parts = schemas
            return
        }
        parts = []
        // An explicit stack, because chains of references can be long.
        var pending: [Step] = schemas.reversed().map { .open($0) }
        while let step = pending.popLast() {
            switch step {
            case .take(let schema): take(schema, &pending)
            case .listMembers(let schema): memberOrder.append(schema)
            case .open(let schema):
                guard opened.insert(schema.node).inserted else { continue }
                guard schema.isReference else {
                    take(schema, &pending)
                    continue
                }
                if schema.document.version >= .v3_1, schema.node.entries.count > 1 { pending.append(.take(schema)) }
                if let target = schema.target { pending.append(.open(target)) }
            }
        }
    }

    /// Whether a schema was visited, so that a union must not visit it again.
    func hasOpened(_ node: Node) -> Bool { opened.isEmpty ? node == place.node : opened.contains(node) }

    private enum Step {
        case open(Schema)
        /// The keywords beside a reference, whose target comes first.
        case take(Schema)
        /// A schema with an `allOf` before its `properties`, after the parts of that `allOf`.
        case listMembers(Schema)
    }

    private mutating func take(_ schema: Schema, _ pending: inout [Step]) {
        parts.append(schema)
        let bases = schema.subschemas(.allOf)
        if !bases.isEmpty, schema.lists(.allOf, before: .properties) {
            pending.append(.listMembers(schema))
        } else {
            memberOrder.append(schema)
        }
        for base in bases.reversed() { pending.append(.open(base)) }
    }

    /// The operand of a keyword in the first part that has it.
    func first(_ keyword: Keyword) -> Node? {
        for part in parts {
            if let value = part[keyword] { return value }
        }
        return nil
    }

    func has(_ keyword: Keyword) -> Bool { first(keyword) != nil }

    /// Whether a part has one of several keywords.
    func hasAny(of keywords: KeywordSet) -> Bool { parts.contains { $0.node.hasAny(of: keywords) } }

    func flag(_ keyword: Keyword) -> Bool { parts.contains { $0[keyword]?.boolean == true } }

    var isForbidden: Bool { parts.contains { $0.booleanValue == false } }

    /// The members of all `properties`, in the description's order, with what each part says about them.
    ///
    /// Names are compared by bytes, as in JSON: `é` has two encodings.
    var properties: [(name: String, schemas: [Schema])] {
        if parts.count == 1 { return parts[0].namedSubschemas(.properties).map { ($0.name, [$0.schema]) } }
        var result: [(name: String, schemas: [Schema])] = []
        var indices: [Spelling: Int] = [:]
        for part in parts {
            for (name, schema) in part.namedSubschemas(.properties) {
                if let index = indices[Spelling(name)] {
                    if !result[index].schemas.contains(where: { $0.node == schema.node }) {
                        result[index].schemas.append(schema)
                    }
                } else {
                    indices[Spelling(name)] = result.count
                    result.append((name, [schema]))
                }
            }
        }
        if memberOrder.map(\.node) == parts.map(\.node) { return result }
        var ordered: [(name: String, schemas: [Schema])] = []
        for part in memberOrder {
            for member in part.namedSubschemas(.properties) {
                if let index = indices.removeValue(forKey: Spelling(member.name)) { ordered.append(result[index]) }
            }
        }
        return ordered
    }

    var required: Set<Spelling> { Set(parts.flatMap { $0.required.map { Spelling($0.text) } }) }

    /// The JSON types that every `type` allows, without `null`. `nil` if no part has a `type`.
    var kinds: JSONKinds? {
        var result: JSONKinds?
        for part in parts {
            guard var kinds = part.kinds else { continue }
            kinds.remove(.null)
            guard let current = result else {
                result = kinds
                continue
            }
            var common = current.intersection(kinds)
            if (current.contains(.number) && kinds.contains(.integer))
                || (current.contains(.integer) && kinds.contains(.number))
            {
                common.insert(.integer)
            }
            result = common
        }
        return result
    }

    /// Whether the parts assert nothing, such as `{}`.
    private var allowsAnything: Bool {
        !parts.isEmpty
            && parts.allSatisfy { part in
                part.booleanValue == true
                    || part.booleanValue == nil
                        && part.node.entries.allSatisfy { Keywords.annotations.contains($0.key) }
            }
    }

    /// Whether `null` is allowed explicitly: by a type, `nullable`, an enum or an alternative, or by an alternative
    /// that allows anything.
    var isNullable: Bool {
        var known: [Node: Bool] = [:]
        return isNullable(&known, depth: 0)
    }

    /// - Parameter known: The results for visited alternatives. An alternative that contains itself counts as not
    ///   allowing `null`.
    private func isNullable(_ known: inout [Node: Bool], depth: Int) -> Bool {
        var isAllowed = false
        var isRefused = false
        for part in parts {
            if part.isMarkedNullable { return true }
            if let kinds = part.kinds {
                if kinds.contains(.null) { isAllowed = true } else { isRefused = true }
            } else if let values = part[.enum] {
                if values.elements.contains(where: { $0.kind == .null }) { isAllowed = true } else { isRefused = true }
            } else if let value = part[.const] {
                if value.kind == .null { isAllowed = true } else { isRefused = true }
            }
            for keyword in Keywords.alternatives {
                for alternative in part.subschemas(keyword) where !isAllowed && depth < Bounds.nullLevels {
                    let target = alternative.document.resolve(alternative.node) ?? alternative.node
                    if known[target] == nil {
                        known[target] = false
                        let inner = Conjunction([alternative])
                        known[target] =
                            inner.allowsAnything || inner.isNullable(&known, depth: depth + 1)
                    }
                    if known[target] == true { isAllowed = true }
                }
            }
        }
        return isAllowed && !isRefused
    }

    /// Whether only `null` is valid.
    var isNull: Bool {
        parts.contains { part in
            part.isOfNullOnly || part[.const]?.kind == .null
                || (part[.enum].map { !$0.elements.isEmpty && $0.elements.allSatisfy { $0.kind == .null } } ?? false)
        }
    }
}

extension Schema {
    fileprivate func lists(_ first: Keyword, before second: Keyword) -> Bool {
        let keys = node.entries.lazy.map(\.key)
        guard let first = keys.firstIndex(of: first.spelling), let second = keys.firstIndex(of: second.spelling) else {
            return false
        }
        return first < second
    }
}
