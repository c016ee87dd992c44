import APIModel
import OpenAPI
import YAMLSource

/// Schemas that a value must satisfy together: a schema with its `allOf` and `$ref` opened.
///
/// Merging is then no operation of its own: a property of the whole is what the parts say about it, together.
struct Conjunction {
    /// The schema in whose place the conjunction stands.
    var place: Schema
    /// Schemas whose `$ref` and `allOf` are to be ignored, since what they lead to are parts too.
    var parts: [Schema]
    /// All schemas that were gone through, for which a union must not go through again.
    var opened: Set<Node> = []

    init(_ schemas: [Schema], in document: Document) {
        place = schemas[0]
        parts = []
        for schema in schemas { open(schema, in: document) }
    }

    private mutating func open(_ schema: Schema, in document: Document) {
        guard opened.insert(schema.node).inserted else { return }
        if schema.isReference {
            if let target = schema.target { open(target, in: document) }
            guard document.version >= .v3_1, schema.node.entries.count > 1 else { return }
        }
        parts.append(schema)
        for member in schema.subschemas("allOf") { open(member, in: document) }
    }

    /// The first part's operand of a keyword.
    func first(_ keyword: String) -> Node? {
        for part in parts {
            if let value = part[keyword] { return value }
        }
        return nil
    }

    func has(_ keyword: String) -> Bool { first(keyword) != nil }

    func flag(_ keyword: String) -> Bool { parts.contains { $0[keyword]?.boolean == true } }

    var isForbidden: Bool { parts.contains { $0.booleanValue == false } }

    /// The members of all `properties`, by name in order, each with what the parts say about it.
    var properties: [(name: String, schemas: [Schema])] {
        var order: [String] = []
        var schemas: [String: [Schema]] = [:]
        for part in parts {
            for (name, schema) in part.namedSubschemas("properties") {
                if schemas[name] == nil { order.append(name) }
                if schemas[name]?.contains(schema) != true { schemas[name, default: []].append(schema) }
            }
        }
        return order.map { ($0, schemas[$0] ?? []) }
    }

    var required: Set<String> { Set(parts.flatMap { $0.required.map(\.text) }) }

    /// The JSON types that every `type` allows, without `null`; `nil` if no part has a `type`.
    var kinds: Set<Discrimination.JSONKind>? {
        var result: Set<Discrimination.JSONKind>?
        for part in parts where part["type"] != nil {
            let kinds = Set(part.types.compactMap(Discrimination.JSONKind.init(rawValue:))).subtracting([.null])
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

    /// Whether `null` is allowed by name: by a type, `nullable`, an enum or an alternative.
    func isNullable(in document: Document, visited: Set<Node> = []) -> Bool {
        var isAllowed = false
        var isRefused = false
        for part in parts {
            if part.isMarkedNullable { return true }
            if part["type"] != nil {
                if part.types.contains("null") { isAllowed = true } else { isRefused = true }
            } else if let values = part["enum"] {
                if values.elements.contains(where: { $0.kind == .null }) { isAllowed = true } else { isRefused = true }
            } else if let value = part["const"] {
                if value.kind == .null { isAllowed = true } else { isRefused = true }
            }
            for keyword in ["oneOf", "anyOf"] {
                for alternative in part.subschemas(keyword) where !visited.contains(alternative.node) {
                    let inner = Conjunction([alternative], in: document)
                    if inner.isNullable(in: document, visited: visited.union(opened)) { isAllowed = true }
                }
            }
        }
        return isAllowed && !isRefused
    }

    /// Whether nothing but `null` fits.
    var isNull: Bool {
        parts.contains { part in
            part.types == ["null"] || part["const"]?.kind == .null
                || (part["enum"].map { !$0.elements.isEmpty && $0.elements.allSatisfy { $0.kind == .null } } ?? false)
        }
    }
}
