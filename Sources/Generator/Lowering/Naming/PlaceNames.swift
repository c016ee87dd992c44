import ApusOpenAPI
import ApusYAMLSource

/// Names schemas and other parts of a description after their places.
struct PlaceNames {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// Returns the name of the schema at a place: the name that its type would have without references to it.
    func name(of node: Node, isUsed: (String) -> Bool) -> String {
        let name = words(for: node).joined(separator: ".")
        guard isUsed(name), let kind = Keys(to: node).componentKind else { return name }
        return "\(name).\(kind)"
    }

    /// Returns the words that distinguish a place: the operation or the component, and the members on the way.
    func words(for node: Node) -> [String] {
        var keys = Keys(to: node)
        var words: [String] = []
        if keys.isInDescription { words += start(of: &keys) }
        while let key = keys.next() { words += self.words(for: key, &keys) }
        if !words.isEmpty { return words }
        let file = node.file.path.split(separator: "/").last.map(String.init) ?? "Schema"
        return [file.split(separator: ".").first.map(String.init) ?? file]
    }

    /// Returns the last key on the way to a node, such as the name of a component.
    static func lastKey(of node: Node) -> String? { Keys(to: node).last }

    /// Returns an id for an operation without `operationId`, such as `get_users_id`.
    static func operationID(method: String, path: String) -> String {
        let words = path.split { !$0.isLetter && !$0.isNumber }
        return ([method.lowercased()] + words.map(String.init)).joined(separator: "_")
    }

    /// The component or the operation that contains a place in an OpenAPI document.
    private func start(of keys: inout Keys) -> [String] {
        switch keys.peek() {
        case "components":
            keys.skip(2)
            return keys.next().map { [$0.text] } ?? []
        case "paths", "webhooks":
            let isPath = keys.next()?.text == "paths"
            guard let name = keys.next()?.text else { return [] }
            guard let method = keys.peek(), !["parameters", "servers"].contains(method) else { return [name] }
            if method == "additionalOperations" { keys.skip(1) }
            guard let operation = keys.next() else { return [name] }
            let id = operation.value["operationId"]?.string
            return [id ?? (isPath ? Self.operationID(method: operation.text, path: name) : name)]
        default: return []
        }
    }

    /// Returns the words of a key and of the key that belongs to it.
    private func words(for key: Keys.Key, _ keys: inout Keys) -> [String] {
        switch key.text {
        case "requestBody": return ["body"]
        case "responses":
            return keys.next().map { [$0.text == "default" ? "defaultResponse" : "response\($0.text)"] } ?? []
        case "parameters":
            return keys.next().map { [$0.value["name"]?.string ?? $0.text] } ?? []
        case "headers", "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "prefixItems":
            return keys.next().map { [$0.text] } ?? []
        case "content":
            guard let media = keys.next() else { return [] }
            let all = key.value.entries.map { DescribedMediaType($0.key, $0.value, in: document) }
            return all.words(of: media.text)
        case "items", "itemSchema": return ["item"]
        case "additionalProperties", "unevaluatedProperties": return ["value"]
        case "oneOf", "anyOf":
            guard let index = keys.next().flatMap({ Int($0.text) }) else { return [key.text] }
            let hints = VariantNames.hints(for: key.value.elements.map { Schema(node: $0, document: document) })
            return hints.indices.contains(index) ? [hints[index]] : [key.text, String(index)]
        case "components", "schemas", "schema", "": return []
        default: return [key.text]
        }
    }
}

/// Returns the keys from the root of a file to a node, each with its value.
private struct Keys {
    struct Key {
        var text: String
        var value: Node
    }

    private var keys: [Key]
    private var position = 0
    let isInDescription: Bool

    init(to node: Node) {
        var values: [Node] = []
        var current: Node? = node
        while let value = current, value.parent != nil {
            values.append(value)
            current = value.parent
        }
        isInDescription = current?["openapi"] != nil
        let texts = node.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        keys = zip(texts, values.reversed()).map { Key(text: Self.unescaped($0), value: $1) }
    }

    /// The kind of the component that contains the place, unless it is a schema.
    var componentKind: String? {
        guard isInDescription, keys.count > 1, keys[0].text == "components" else { return nil }
        return [
            "responses": "response", "requestBodies": "body", "parameters": "parameter", "headers": "header",
        ][keys[1].text]
    }

    var last: String? { keys.last?.text }

    func peek() -> String? { position < keys.count ? keys[position].text : nil }

    mutating func skip(_ count: Int) { position += count }

    mutating func next() -> Key? {
        guard position < keys.count else { return nil }
        position += 1
        return keys[position - 1]
    }

    private static func unescaped(_ token: Substring) -> String {
        guard token.contains("~") else { return String(token) }
        return token.split(separator: "~1", omittingEmptySubsequences: false)
            .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
            .joined(separator: "/")
    }
}
