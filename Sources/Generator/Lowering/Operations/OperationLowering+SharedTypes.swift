import ApusOpenAPI
import ApusYAMLSource

/// An inline schema in a part of an operation, with the suffix that its type adds to the name of the part.
struct PartSchema {
    var words: [String] = []
    var schema: Schema?
}

// Inline schemas that several operations share, such as those of a shared response. Each becomes one type, named after
// the component or the operation that contains it.
extension OperationLowering {
    /// The name path of the types in a part of an operation: the place of the part if several operations share it, or
    /// else `words`.
    ///
    /// - Parameters:
    ///   - part: A parameter, a body, a response or a header field.
    ///   - kind: The kind of the part, which distinguishes its type from a schema with the component's name.
    ///   - isShared: Whether several operations share the part even if nothing refers to it.
    mutating func namePath(
        of part: Node, _ kind: String, isShared: Bool = false, else words: [String], _ parts: [PartSchema]
    ) -> NamePath {
        guard parts.contains(where: { $0.schema?.isReference == false }),
            isShared || schemas.declarations.inlineTargets.contains(part)
        else { return NamePath(words) }
        let name = PlaceNames(document).words(for: part)
        for part in parts {
            if let schema = part.schema { shareType(of: schema, as: (name + part.words).joined(separator: "."), kind) }
        }
        return NamePath(name)
    }

    /// The schemas of a body's media types.
    func partSchemas(of media: [(name: String, object: MediaTypeObject)]) -> [PartSchema] {
        let described = media.map { DescribedMediaType($0.name, $0.object) }
        return media.flatMap { name, media in
            let words = described.words(of: name)
            return [
                PartSchema(words: words, schema: media.schema),
                PartSchema(words: words + ["item"], schema: media.itemSchema),
            ]
        }
    }

    private mutating func shareType(of schema: Schema, as name: String, _ kind: String) {
        if schema.isReference || schemas.declarations.hasName(schema.node) { return }
        if schema.isDeclared {
            schemas.declarations.declareOnce(
                schema.node, as: schemas.declarations.isUsed(name) ? "\(name).\(kind)" : name)
        } else if let items = schema.subschema(.items) {
            shareType(of: items, as: name + ".item", kind)
        }
    }
}
