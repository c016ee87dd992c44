import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Rules and defaults of objects, which a pass reads after all types are declared.
extension SchemaLowering {
    /// Records the rules of an object.
    mutating func noteRules(of conjunction: Conjunction, id: TypeID) {
        for part in conjunction.parts {
            guard let node = part[.rules] else { continue }
            declarations.note { $0.addRules(node, of: id) }
        }
    }

    /// Records the defaults of an object's members that depend on other members.
    mutating func noteDefaultSources(of members: [(name: String, schemas: [Schema])], id: TypeID) {
        for (name, schemas) in members {
            if let node = defaultSource(in: schemas) { declarations.note { $0.addDefault(node, of: name, in: id) } }
        }
    }

    private func defaultSource(in schemas: [Schema]) -> Node? {
        for schema in schemas {
            if let node = schema[.defaultSource] { return node }
            for inner in schema.subschemas(.allOf) where !inner.isReference {
                if let node = inner[.defaultSource] { return node }
            }
        }
        return nil
    }
}
