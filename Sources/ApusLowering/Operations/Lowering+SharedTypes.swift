import ApusOpenAPI
import ApusYAMLSource

/// An inline schema in a part of an operation, with what to add to the part's name for its type.
struct PartSchema {
    var words: [String] = []
    var schema: Schema?
}

// Inline schemas of components, such as of a response that several operations refer to: each is one type, named after
// the component, however many operations refer to it.
extension Lowering {
    /// What the types of a part of an operation are named after: the component that the part is, else `words`.
    ///
    /// - Parameters:
    ///   - part: a parameter, a body, a response or a header.
    ///   - kind: what it is, to tell its type from a schema of the component's name.
    mutating func namePath(
        of part: Node, _ kind: String, in operation: Node, else words: [String], _ schemas: [PartSchema]
    ) -> NamePath {
        guard schemas.contains(where: { $0.schema?.isReference == false }),
            let name = componentName(of: part, in: operation)
        else { return NamePath(words) }
        for part in schemas {
            if let schema = part.schema { shareType(of: schema, as: ([name] + part.words).joined(separator: "."), kind) }
        }
        return NamePath([name])
    }

    /// The name of what a reference leads to; nil for what stands in the operation, or in its path, itself.
    private func componentName(of part: Node, in operation: Node) -> String? {
        if let pathItem = operation.parent, part.isWithin(pathItem) { return nil }
        return Self.words(of: part).last.flatMap { Int($0) == nil ? $0 : nil }
    }

    private mutating func shareType(of schema: Schema, as name: String, _ kind: String) {
        if schema.isReference || hasName(schema.node) { return }
        if isDeclared(schema) {
            declareOnce(schema.node, as: usedNames.contains(name) ? "\(name).\(kind)" : name)
        } else if let items = schema.subschema(.items) {
            shareType(of: items, as: name + ".item", kind)
        }
    }
}

extension [(name: String, object: MediaType)] {
    /// The schemas of the media types.
    var partSchemas: [PartSchema] {
        flatMap { [PartSchema(schema: $0.object.schema), PartSchema(words: ["item"], schema: $0.object.itemSchema)] }
    }
}
