import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Values that are listed in several schemas: `oneOf: [{ const: 1, title: Low }, { const: 2, title: High }]`.
extension SchemaLowering {
    /// The values that a schema lists, if it says nothing else than what they mean.
    func values(of schema: Schema) -> [Node]? {
        guard !schema.isReference, schema.node.entries.allSatisfy({ Self.isBesideValues($0.key) }) else { return nil }
        switch (schema[.const], schema[.enum]) {
        case (let value?, nil): return [value]
        case (nil, let list?): return Array(list.elements)
        default: return nil
        }
    }

    /// The values that a schema, or the one to which it refers, lists and says nothing else of; and the schema that does.
    func onlyList(in schema: Schema) -> (source: Schema, values: [Node])? {
        guard schema.isReference else { return values(of: schema).map { (schema, $0) } }
        guard let target = document.declaration(of: schema.node),
            !isExternal(TypeID(declarations.componentNames[target] ?? "")),
            schema.node.entries.allSatisfy({ $0.key == "$ref" || Self.isBesideValues($0.key) && !Self.lists($0.key) })
        else { return nil }
        let source = Schema(node: target, document: document)
        return values(of: source).map { (source, $0) }
    }

    private static func lists(_ keyword: String) -> Bool { keyword == "const" || keyword == "enum" }

    /// What is said of values by the schemas that list them and nothing else.
    func descriptions(of schemas: [Schema]) -> [JSONLiteral: ValueDescription] {
        var result: [JSONLiteral: ValueDescription] = [:]
        for schema in schemas {
            guard let (source, values) = onlyList(in: schema), source.node == schema.node || values.count == 1 else {
                continue
            }
            // The title of a schema elsewhere is the name of its type.
            let description = ValueDescription(source, isOfOne: source.node == schema.node && values.count == 1)
            for value in values where result[value.literal] == nil { result[value.literal] = description }
        }
        return result
    }

    /// Whether a schema lists one value, and its title is the value's name.
    func namesItsValue(_ schema: Schema) -> Bool {
        guard let values = values(of: schema), values.count == 1 else { return false }
        return ValueDescription(schema, isOfOne: true).name(of: values[0].text) != nil
    }

    private static func isBesideValues(_ keyword: String) -> Bool {
        switch keyword {
        case "const", "enum", "type", "format", "x-apus-name": true
        default: Keywords.annotations.contains(keyword) || keyword.hasPrefix("x-") && !keyword.hasPrefix("x-apus-")
        }
    }
}

/// What a schema that lists values says of each of them.
struct ValueDescription {
    var text: String?
    /// Of a schema with one value; that of a longer list is the list's.
    private var title: String?
    private(set) var explicitName: String?

    fileprivate init(_ schema: Schema, isOfOne: Bool) {
        text = schema.description.flatMap { $0.isEmpty ? nil : $0 }
        guard isOfOne else { return }
        title = schema.title.flatMap { $0.contains(where: \.isLetter) ? $0 : nil }
        explicitName = schema[.swiftName]?.string
    }

    /// The title, if it names the value better than the value itself, which has no letters.
    func name(of value: String) -> String? { value.contains(where: \.isLetter) ? nil : title }

    /// The text, or the title, if that says more than the value's name.
    func documentation(of value: String) -> String? {
        if let text { return text }
        guard let title, name(of: value) == nil, letters(title) != letters(value) else { return nil }
        return title
    }

    /// What is the same in `TYPING_START` and `typing start`.
    private func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
