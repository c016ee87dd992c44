import ApusExamples
import ApusFormat
import ApusModels

/// Writes a type, and all types in it, as one JSON Schema.
///
/// A schema says at least what the type's decoding and validation ask for, except for rules and exclusive unions.
struct TypeSchemas {
    /// The schemas of models, which refer to each other.
    private(set) var definitions = JSONObject()
    private var names: [ObjectIdentifier: String] = [:]
    private var waiting: [(name: String, form: TypeForm)] = []

    /// Returns the schema of a type.
    mutating func schema(of type: any JSONCodable.Type) -> JSONValue {
        let schema = reference(to: type)
        while let next = waiting.popLast() { definitions[next.name] = self.schema(of: next.form, next.name) }
        return schema
    }

    private mutating func reference(to type: any JSONCodable.Type) -> JSONValue {
        if let name = names[ObjectIdentifier(type)] { return Self.reference(to: name) }
        let form = TypeForm(of: type)
        switch form {
        case .scalar: return ScalarSchema.schema(of: type)
        case .values(let values): return ["enum": .array(values)]
        case .boxed(let type): return reference(to: type)
        case .nullable(let type): return nullable(reference(to: type))
        case .array(let type): return ["type": "array", "items": reference(to: type)]
        case .map(let type): return ["type": "object", "additionalProperties": reference(to: type)]
        case .object, .tuple, .union:
            let name = "\(names.count)"
            names[ObjectIdentifier(type)] = name
            waiting.append((name, form))
            return Self.reference(to: name)
        }
    }

    private static func reference(to name: String) -> JSONValue { ["$ref": .string("#/$defs/" + name)] }

    private func nullable(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }

    private mutating func schema(of form: TypeForm, _ name: String) -> JSONValue {
        switch form {
        case .object(let members, let others, let constraints):
            return constrained(object(members, others), by: constraints, name)
        case .tuple(let types, let required, let others, let constraints):
            var elements: [JSONValue] = []
            for (index, type) in types.enumerated() {
                elements.append(index < required ? reference(to: type) : reference(toPresent: type))
            }
            let schema: JSONObject = [
                "type": "array", "prefixItems": .array(elements), "minItems": .integer(Int64(required)),
                "items": others.map { reference(to: $0) } ?? false,
            ]
            return constrained(schema, by: constraints, name)
        case .union(let variants, let constraints):
            let schemas = variants.map { schema(of: $0, constraints, name) }
            return constrained(["anyOf": .array(schemas)], by: constraints, name)
        default: return true
        }
    }

    private mutating func object(_ members: [TypeForm.Member], _ others: (any JSONCodable.Type)?) -> JSONObject {
        var properties = JSONObject()
        var required: [JSONValue] = []
        for member in members {
            var schema: JSONValue = member.constant.map { ["enum": [$0]] } ?? true
            if let type = member.type { schema = reference(toPresent: type) }
            properties[member.name] = member.isNullable ? nullable(schema) : schema
            if !member.mayBeAbsent { required.append(.string(member.name)) }
        }
        var schema: JSONObject = [
            "type": "object", "properties": .object(properties), "required": .array(required),
        ]
        // The object skips other members, or reports them.
        schema["additionalProperties"] = others.map { reference(to: $0) } ?? false
        return schema
    }

    /// Returns the schema of a value that is not absent. Whether it may be `null` is up to the table.
    private mutating func reference(toPresent type: any JSONCodable.Type) -> JSONValue {
        switch TypeForm(of: type) {
        case .boxed(let type), .nullable(let type): reference(toPresent: type)
        default: reference(to: type)
        }
    }

    private mutating func schema(
        of variant: TypeForm.Variant, _ constraints: TypeForm.Constraints?, _ name: String
    ) -> JSONValue {
        var parts = [reference(to: variant.type)]
        if let constraints, let own = constraints.schema[SchemaKey.variants]?[variant.name] {
            parts.append(translated(own, at: [SchemaKey.variants, variant.name], of: constraints, name))
        }
        if let tag = variant.tag {
            let values: JSONValue = ["enum": .array(tag.values)]
            parts.append([
                "type": "object", "properties": .object([tag.name: values]), "required": [.string(tag.name)],
            ])
        }
        return parts.count == 1 ? parts[0] : ["allOf": .array(parts)]
    }

    // MARK: Constraints

    private mutating func constrained(
        _ schema: JSONObject, by constraints: TypeForm.Constraints?, _ name: String
    ) -> JSONValue {
        guard let constraints else { return .object(schema) }
        var result = schema
        result["allOf"] = [translated(constraints.schema, at: [], of: constraints, name)]
        return .object(result)
    }

    /// Returns a schema within constraints, with references to definitions.
    ///
    /// - Parameter place: The reference tokens of the schema.
    private mutating func translated(
        _ schema: JSONValue, at place: [String], of constraints: TypeForm.Constraints, _ name: String
    ) -> JSONValue {
        switch schema {
        case .array(let elements):
            return .array(
                elements.enumerated().map { translated($1, at: place + ["\($0)"], of: constraints, name) })
        case .object(let object):
            var result = JSONObject()
            for member in object {
                switch member.name {
                case "const", "enum": result[member.name] = member.value
                case "$ref", "$dynamicRef":
                    guard let reference = member.value.string else { continue }
                    result["$ref"] = target(of: reference, at: place, of: constraints, name)
                case "$defs", SchemaKey.variants: break
                default:
                    result[member.name] = translated(member.value, at: place + [member.name], of: constraints, name)
                }
            }
            return .object(result)
        default: return schema
        }
    }

    /// Returns a reference to the definition of what a reference within constraints leads to.
    private mutating func target(
        of reference: String, at place: [String], of constraints: TypeForm.Constraints, _ name: String
    ) -> JSONValue? {
        let typeName = TypeReference.name(in: reference)
        if let type = constraints.references.first(where: { "\($0)" == typeName }) {
            return self.reference(to: type)["$ref"]
        }
        guard let target = constraints.target(of: reference, at: place) else { return nil }
        // The names of definitions have no slashes.
        let local = ([name] + target.tokens).joined(separator: " ")
        if definitions[local] == nil {
            definitions[local] = true
            definitions[local] = translated(target.schema, at: target.tokens, of: constraints, name)
        }
        return .string("#/$defs/" + local)
    }
}
