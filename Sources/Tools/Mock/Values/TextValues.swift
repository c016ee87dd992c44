import ApusExamples
import ApusModels

/// Reads texts as values of schemas.
struct TextValues {
    let schemas: SchemaSet

    /// The values that texts may mean, the likeliest first. There is at least one.
    func candidates(_ tree: TextTree, _ schema: JSONValue) -> [JSONValue] {
        var candidates: [JSONValue] = []
        // Each variant of a union may read a text in another way.
        for variant in 0..<4 {
            guard let merged = schemas.merged(schema, variant: variant) else { continue }
            candidates.append(value(tree, merged, levels: 8))
        }
        candidates.append(plain(tree))
        return candidates
    }

    private func value(_ tree: TextTree, _ schema: JSONValue, levels: Int) -> JSONValue {
        guard levels > 0, let merged = schemas.merged(schema) else { return plain(tree) }
        return value(tree, merged, levels: levels)
    }

    private func value(_ tree: TextTree, _ merged: MergedSchema, levels: Int) -> JSONValue {
        if case .json(let value) = tree { return value }
        let types = merged.likelyTypes
        if types.contains("object") { return object(tree, merged, levels) }
        if types.contains("array") { return array(tree, merged, levels) }
        guard case .text(let text) = single(tree) else { return plain(tree) }
        if let values = merged.values {
            return values.first { $0.string == text || $0.string == nil && parsed(text) == $0 } ?? .string(text)
        }
        if types.isEmpty || types == ["string"] { return .string(text) }
        if let value = parsed(text), types.contains(where: { value.has(type: $0) }) { return value }
        return .string(text)
    }

    private func object(_ tree: TextTree, _ merged: MergedSchema, _ levels: Int) -> JSONValue {
        switch single(tree) {
        case .members(let members):
            let others = merged["additionalProperties"] ?? true
            return .object(
                JSONObject(
                    members.map {
                        ($0.name, value($0.value, merged.schema(of: $0.name) ?? others, levels: levels - 1))
                    }))
        case .text(let text): return parsed(text) ?? .string(text)
        default: return plain(tree)
        }
    }

    private func array(_ tree: TextTree, _ merged: MergedSchema, _ levels: Int) -> JSONValue {
        let items = merged["items"] ?? true
        switch tree {
        case .list(let elements): return .array(elements.map { value($0, items, levels: levels - 1) })
        case .text(let text): return parsed(text).flatMap { $0.array == nil ? nil : $0 } ?? .array([.string(text)])
        case .members(let members):
            // `name[0]=a&name[1]=b`
            let sorted = members.sorted { Int($0.name) ?? 0 < Int($1.name) ?? 0 }
            guard sorted.map(\.name) == (0..<members.count).map(String.init) else { return plain(tree) }
            return .array(sorted.map { value($0.value, items, levels: levels - 1) })
        case .json(let value): return value
        }
    }

    /// The only element of a list.
    private func single(_ tree: TextTree) -> TextTree {
        if case .list(let elements) = tree, elements.count == 1 { return single(elements[0]) }
        return tree
    }

    private func plain(_ tree: TextTree) -> JSONValue {
        switch single(tree) {
        case .text(let text): .string(text)
        case .list(let elements): .array(elements.map(plain))
        case .members(let members): .object(JSONObject(members.map { ($0.name, plain($0.value)) }))
        case .json(let value): value
        }
    }

    private func parsed(_ text: String) -> JSONValue? { try? JSON.decode(from: Array(text.utf8)) }
}
