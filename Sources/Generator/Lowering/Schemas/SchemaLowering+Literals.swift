import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Values and schemas of the description as JSON literals.
extension SchemaLowering {
    /// The operand of a keyword as JSON. Its subschemas have the form of JSON Schema 2020-12.
    mutating func schemaLiteral(_ node: Node, _ keyword: String) -> JSONLiteral {
        if Keywords.schemas.contains(keyword) { return subschemaLiteral(node) }
        if Keywords.schemaLists.contains(keyword) {
            var members: [JSONLiteral] = []
            for element in node.elements { members.append(subschemaLiteral(element)) }
            return .array(members)
        }
        if Keywords.schemaMaps.contains(keyword) {
            var members: [JSONLiteral.Member] = []
            for entry in node.entries {
                if keyword == "patternProperties" { checkPattern(entry.keyNode) }
                let literal = subschemaLiteral(entry.value)
                let member = Schema(node: entry.value, document: document)
                members.append(
                    .init(entry.key, keyword == "properties" ? literal.markingDirection(of: member) : literal))
            }
            return .object(members)
        }
        if keyword == "pattern" { checkPattern(node) }
        return node.literal
    }

    mutating func subschemaLiteral(_ node: Node) -> JSONLiteral {
        guard node.kind == .mapping else { return node.literal }
        let schema = Schema(node: node, document: document)
        var members: [JSONLiteral.Member] = []
        for entry in node.entries {
            guard let operand = schema.operand(entry.value, of: entry.key) else { continue }
            switch entry.key {
            case "$ref", "$dynamicRef":
                if let id = declarations.reference(to: schema) { members.append(.init("$ref", .reference(id))) }
            case "type" where schema.isMarkedNullable:
                members.append(.init("type", .array(schema.types.map(JSONLiteral.string) + [.string("null")])))
            case "exclusiveMinimum", "exclusiveMaximum":
                guard operand.kind == .boolean else {
                    members.append(.init(entry.key, operand.literal))
                    continue
                }
                let bound = schema[entry.key == "exclusiveMinimum" ? .minimum : .maximum]
                if operand.boolean == true, let bound { members.append(.init(entry.key, bound.literal)) }
            case "x-apus-message":
                checkMessages(of: schema)
                members.append(.init(entry.key, operand.literal))
            case let key where Keywords.annotations.contains(key) || key.hasPrefix("x-"):
                continue
            default:
                members.append(.init(entry.key, schemaLiteral(operand, entry.key)))
            }
        }
        return .object(members)
    }
}

extension JSONLiteral {
    /// The literal of a member's schema, marked if the member belongs to one direction. The target of a reference can
    /// set the direction too.
    func markingDirection(of property: Schema) -> JSONLiteral {
        guard property.node.kind == .mapping, case .object(let members) = self else { return self }
        let conjunction = Conjunction([property])
        switch (conjunction.flag(.readOnly), conjunction.flag(.writeOnly)) {
        case (true, false): return .object(members + [.init("readOnly", .bool(true))])
        case (false, true): return .object(members + [.init("writeOnly", .bool(true))])
        default: return self
        }
    }
}

extension Node {
    /// The value as JSON.
    var literal: JSONLiteral {
        switch kind {
        case .null: .null
        case .boolean: .bool(boolean ?? false)
        case .integer, .number: isJSONNumber ? .number(jsonNumber) : .string(text)
        case .string: .string(text)
        case .sequence: .array(elements.map(\.literal))
        case .mapping: .object(entries.map { .init($0.key, $0.value.literal) })
        }
    }
}
