import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Values that are listed in several schemas: `oneOf: [{ const: 1, title: Low }, { const: 2, title: High }]`.
extension SchemaLowering {
    /// The values that a schema lists, if it contains nothing but their documentation.
    func values(of schema: Schema) -> [Node]? {
        guard !schema.isReference, schema.node.entries.allSatisfy({ Self.describesValues($0.key) }) else { return nil }
        switch (schema[.const], schema[.enum]) {
        case (let value?, nil): return [value]
        case (nil, let list?): return Array(list.elements)
        default: return nil
        }
    }

    /// The values that a schema or its target lists, if it contains nothing else, and the schema that lists them.
    func onlyList(in schema: Schema) -> (source: Schema, values: [Node])? {
        guard schema.isReference else { return values(of: schema).map { (schema, $0) } }
        guard let target = document.declaration(of: schema.node),
            !isExternal(TypeID(declarations.componentNames[target] ?? "")),
            schema.node.entries.allSatisfy({ $0.key == "$ref" || Self.describesValues($0.key) && !Self.lists($0.key) })
        else { return nil }
        let source = Schema(node: target, document: document)
        return values(of: source).map { (source, $0) }
    }

    private static func lists(_ keyword: String) -> Bool { keyword == "const" || keyword == "enum" }

    /// The documentation of values by schemas that only list them.
    func descriptions(of schemas: [Schema]) -> [JSONLiteral: ValueDescription] {
        var result: [JSONLiteral: ValueDescription] = [:]
        for schema in schemas {
            guard let (source, values) = onlyList(in: schema), source.node == schema.node || values.count == 1 else {
                continue
            }
            // The title of a referenced schema is the name of its type.
            let description = ValueDescription(source, isOfOne: source.node == schema.node && values.count == 1)
            for value in values where result[value.literal] == nil { result[value.literal] = description }
        }
        return result
    }

    /// Whether a schema lists one value and its title names the value.
    func namesItsValue(_ schema: Schema) -> Bool {
        guard let values = values(of: schema), values.count == 1 else { return false }
        return ValueDescription(schema, isOfOne: true).name(of: values[0].text) != nil
    }

    /// Whether a keyword lists or documents values.
    private static func describesValues(_ keyword: String) -> Bool {
        switch keyword {
        case "const", "enum", "type", "format", "x-apus-name": true
        default: Keywords.annotations.contains(keyword) || keyword.hasPrefix("x-") && !keyword.hasPrefix("x-apus-")
        }
    }
}

/// The documentation of each value in a schema that lists values.
struct ValueDescription {
    var text: String?
    /// The documentation of a single value. For several values, it documents the list.
    private var title: String?
    private(set) var explicitName: String?

    fileprivate init(_ schema: Schema, isOfOne: Bool) {
        text = schema.description.flatMap { $0.isEmpty ? nil : $0 }
        guard isOfOne else { return }
        title = schema.title.flatMap { $0.contains(where: \.isLetter) ? $0 : nil }
        explicitName = schema[.swiftName]?.string
    }

    /// The title, if it is a better name than the value, because the value has no letters.
    func name(of value: String) -> String? { value.contains(where: \.isLetter) ? nil : title }

    /// The description, or a title that does not only repeat the value's name.
    func documentation(of value: String) -> String? {
        if let text { return text }
        guard let title, name(of: value) == nil, letters(title) != letters(value) else { return nil }
        return title
    }

    /// The letters and digits in lower case, which are the same for `TYPING_START` and `typing start`.
    private func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
