import ApusAPIModel
import ApusFormat

/// What a table asserts: a JSON Schema, and the types that it refers to.
struct ConstraintText {
    /// The lines of the JSON text; empty if nothing is asserted.
    var lines: [String]
    /// Swift names of the types behind each `$ref`.
    var references: [String]

    static let none = ConstraintText(lines: [], references: [])
}

extension Catalog {
    /// What a declared type asserts beyond its members' types.
    func constraints(of declaration: TypeDeclaration) -> ConstraintText {
        guard options.parts.contains(.validation) else { return .none }
        var schema = SchemaBuilder(catalog: self)
        schema.add(declaration.constraints)
        switch declaration.shape {
        case .object(let object):
            var properties: [JSONLiteral.Member] = []
            var additional: [JSONLiteral.Member] = []
            if case .kept(let value) = object.additionalProperties { additional = schema.nested(value) }
            // A rule for all other members must know which are not others.
            let namesAll = !additional.isEmpty || schema.members.contains { $0.name == "additionalProperties" }
            for property in object.properties {
                let nested = schema.nested(property.type) + schema.secrecy(property)
                if namesAll || !nested.isEmpty { properties.append(.init(property.name, .object(nested))) }
            }
            if !properties.isEmpty { schema.members.append(.init("properties", .object(properties))) }
            if !additional.isEmpty { schema.members.append(.init("additionalProperties", .object(additional))) }
            // What has a default is read without it, too.
            let required = (self.properties[declaration.id] ?? []).filter { $0.form == .filledIn && $0.member.isRequired }
            if !required.isEmpty {
                schema.members.append(.init("required", .array(required.map { .string($0.member.name) })))
            }
        case .alias(let target): schema.addShape(of: target)
        case .union:
            var variants: [JSONLiteral.Member] = []
            for variant in self.variants[declaration.id] ?? [] {
                let nested = schema.nested(variant.use)
                if !nested.isEmpty { variants.append(.init(variant.name, .object(nested))) }
            }
            if !variants.isEmpty { schema.members.append(.init(SchemaKey.variants, .object(variants))) }
        case .enumeration: break
        }
        return schema.text
    }

    /// What is asserted where a type is used, as for a parameter.
    func constraints(of use: TypeUse) -> ConstraintText {
        guard options.parts.contains(.validation) else { return .none }
        var schema = SchemaBuilder(catalog: self)
        schema.members = schema.nested(use)
        return schema.text
    }

    /// The assertion that a value is a constant.
    func constraints(toConstant value: JSONLiteral) -> ConstraintText {
        guard options.parts.contains(.validation) else { return .none }
        return ConstraintText(
            lines: wrappedJSON(JSONLiteral.object([.init("const", value)]).json), references: [])
    }
}

/// Puts a JSON Schema together from assertions.
private struct SchemaBuilder {
    let catalog: Catalog
    var members: [JSONLiteral.Member] = []
    private var references: [String] = []
    /// The names for types that are being written out.
    private var open: Set<TypeID> = []
    /// Those that were met again meanwhile, and what they stand for.
    private var recursive: [(id: TypeID, target: TypeUse)] = []

    init(catalog: Catalog) { self.catalog = catalog }

    var text: ConstraintText {
        mutating get {
            guard !members.isEmpty else { return .none }
            addRecursive()
            return ConstraintText(lines: wrappedJSON(JSONLiteral.object(members).json), references: references)
        }
    }

    /// Puts what names for types stand for that refer to themselves into `$defs`.
    private mutating func addRecursive() {
        var definitions: [JSONLiteral.Member] = []
        // What one stands for may lead to more of them.
        while definitions.count < recursive.count {
            let (id, target) = recursive[definitions.count]
            open = [id]
            definitions.append(.init(catalog.typeName(id), .object(complete(target, depth: 0))))
        }
        if !definitions.isEmpty { members.append(.init("$defs", .object(definitions))) }
    }

    mutating func add(_ constraints: Constraints) { members += keywords(constraints) }

    /// The schema of a value in a place: its constraints, and those of its elements.
    mutating func nested(_ use: TypeUse) -> [JSONLiteral.Member] {
        var use = catalog.resolvedUse(use)
        // An enum has no table; what is asserted of its values is so where it is used.
        if case .named(let id) = use.type, let declaration = catalog.declarations[id],
            case .enumeration = declaration.shape
        {
            use.constraints.assertions += declaration.constraints.assertions
        }
        return keywords(use.constraints) + shape(of: use)
    }

    mutating func addShape(of use: TypeUse) {
        members += keywords(use.constraints) + shape(of: use)
    }

    /// What keeps a member's value out of violations, where one could show it.
    func secrecy(_ property: Property) -> [JSONLiteral.Member] {
        let use = catalog.resolvedUse(property.type)
        if case .string(format: "password") = use.type { return [.init("format", .string("password"))] }
        return property.isWriteOnly ? [.init("writeOnly", .bool(true))] : []
    }

    private mutating func shape(of use: TypeUse) -> [JSONLiteral.Member] {
        switch use.type {
        case .array(let element):
            let items = nested(element)
            return items.isEmpty ? [] : [.init("items", .object(items))]
        case .map(let value):
            let values = nested(value)
            return values.isEmpty ? [] : [.init("additionalProperties", .object(values))]
        case .tuple(let elements):
            let items = elements.map { nested($0) }
            guard items.contains(where: { !$0.isEmpty }) else { return [] }
            return [.init("prefixItems", .array(items.map { .object($0) }))]
        default: return []
        }
    }

    private mutating func keywords(_ constraints: Constraints) -> [JSONLiteral.Member] {
        var result: [JSONLiteral.Member] = []
        var messages: [JSONLiteral.Member] = []
        // A keyword that is asserted twice, as when schemas are merged, holds twice.
        var further: [JSONLiteral] = []
        var seen: Set<String> = []
        for assertion in constraints.assertions {
            let member = JSONLiteral.Member(assertion.keyword, translated(assertion.operand, of: assertion.keyword))
            let message = assertion.message.map { JSONLiteral.Member(assertion.keyword, .string($0)) }
            if seen.insert(assertion.keyword).inserted {
                result.append(member)
                if let message { messages.append(message) }
            } else if !result.contains(member) {
                further.append(.object([member] + messageMember([message].compactMap { $0 })))
            }
        }
        if !further.isEmpty {
            if let index = result.firstIndex(where: { $0.name == "allOf" }), case .array(let all) = result[index].value {
                result[index].value = .array(all + further)
            } else {
                result.append(.init("allOf", .array(further)))
            }
        }
        return result + messageMember(messages)
    }

    private func messageMember(_ messages: [JSONLiteral.Member]) -> [JSONLiteral.Member] {
        messages.isEmpty ? [] : [.init(SchemaKey.message, .object(messages))]
    }

    /// An operand with the names of types in `$ref`s replaced by their Swift names.
    private mutating func translated(_ literal: JSONLiteral, of keyword: String) -> JSONLiteral {
        switch keyword {
        case "const", "enum", "default", "examples", "example", "required", SchemaKey.message: return literal
        case "$ref":
            guard case .reference(let id) = literal, catalog.declarations[id] != nil else { return literal }
            let name = catalog.typeName(id)
            if !references.contains(name) { references.append(name) }
            return .string(TypeReference.text(name))
        case "properties", "patternProperties", "dependentSchemas", "$defs":
            // Here the names are of members, not keywords.
            guard case .object(let members) = literal else { return literal }
            var result: [JSONLiteral.Member] = []
            for member in members { result.append(.init(member.name, translated(member.value, of: ""))) }
            return .object(result)
        default: break
        }
        switch literal {
        case .object(let members):
            var result: [JSONLiteral.Member] = []
            for member in members {
                if let (id, alias) = target(of: member) {
                    guard open.insert(id).inserted else {
                        if !recursive.contains(where: { $0.id == id }) { recursive.append((id, alias)) }
                        result.append(.init("$ref", .string("#/$defs/" + catalog.typeName(id))))
                        continue
                    }
                    result.append(.init("allOf", .array([.object(complete(alias, depth: 0))])))
                    open.remove(id)
                } else {
                    result.append(.init(member.name, translated(member.value, of: member.name)))
                }
            }
            return .object(result.joiningAllOf)
        case .array(let elements):
            var result: [JSONLiteral] = []
            for element in elements { result.append(translated(element, of: "")) }
            return .array(result)
        default: return literal
        }
    }

    /// What a reference to another name for a type stands for; such a name has no table.
    private func target(of member: JSONLiteral.Member) -> (TypeID, TypeUse)? {
        guard case .reference(let id) = member.value, case .alias(let target)? = catalog.declarations[id]?.shape else {
            return nil
        }
        if case .tuple = target.type { return nil }
        return (id, catalog.resolvedUse(target))
    }

    /// All that a type says, as a schema.
    private mutating func complete(_ use: TypeUse, depth: Int) -> [JSONLiteral.Member] {
        let use = catalog.resolvedUse(use)
        var result = keywords(use.constraints)
        var type: String?
        switch use.type {
        case .any, .file: break
        case .never: result.append(.init("not", .object([])))
        case .null: type = "null"
        case .boolean: type = "boolean"
        case .integer: type = "integer"
        case .number: type = "number"
        case .string: type = "string"
        case .base64, .dateTime, .date, .uuid, .url:
            type = "string"
            if let format = use.type.format { result.append(.init("format", .string(format))) }
        case .array(let element):
            type = "array"
            if depth < 16, !result.contains(where: { $0.name == "items" }) {
                result.append(.init("items", .object(complete(element, depth: depth + 1))))
            }
        case .map(let value):
            type = "object"
            if depth < 16, !result.contains(where: { $0.name == "additionalProperties" }) {
                result.append(.init("additionalProperties", .object(complete(value, depth: depth + 1))))
            }
        case .tuple(let elements):
            type = "array"
            var items: [JSONLiteral] = []
            for element in elements { items.append(.object(complete(element, depth: depth + 1))) }
            result.append(.init("prefixItems", .array(items)))
        case .named(let id):
            result.append(.init("$ref", translated(.reference(id), of: "$ref")))
            if use.isNullable { return [.init("anyOf", .array([.object(result), .object([.init("type", .string("null"))])]))] }
        }
        guard let type else { return result }
        let types: JSONLiteral = use.isNullable ? .array([.string(type), .string("null")]) : .string(type)
        return [.init("type", types)] + result
    }
}

extension Type {
    /// The format that makes a string a value of this type.
    fileprivate var format: String? {
        switch self {
        case .base64: "byte"
        case .dateTime: "date-time"
        case .date: "date"
        case .uuid: "uuid"
        case .url: "uri"
        default: nil
        }
    }
}

extension [JSONLiteral.Member] {
    /// The members with several `allOf` made one.
    fileprivate var joiningAllOf: [JSONLiteral.Member] {
        guard count(where: { $0.name == "allOf" }) > 1 else { return self }
        var all: [JSONLiteral] = []
        for case let member in self where member.name == "allOf" {
            if case .array(let elements) = member.value { all += elements }
        }
        return filter { $0.name != "allOf" } + [.init("allOf", .array(all))]
    }
}
