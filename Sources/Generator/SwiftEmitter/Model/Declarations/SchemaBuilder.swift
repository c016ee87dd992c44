import ApusAPIModel
import ApusFormat

/// Puts a JSON Schema together from assertions.
struct SchemaBuilder {
    let types: SwiftTypes
    var members: [JSONLiteral.Member] = []
    private var references: [String] = []
    /// The aliases whose targets are being written.
    private var open: Set<TypeID> = []
    /// The aliases that contain themselves, with their targets.
    private var recursive: [(id: TypeID, target: TypeUse)] = []

    init(types: SwiftTypes) { self.types = types }

    /// The text of the schema, after all assertions.
    consuming func finish() -> ConstraintText {
        guard !members.isEmpty else { return .none }
        addRecursive()
        return ConstraintText(lines: JSONText.wrapped(JSONLiteral.object(members).json), references: references)
    }

    /// Adds the targets of recursive aliases as `$defs`.
    private mutating func addRecursive() {
        var definitions: [JSONLiteral.Member] = []
        // A target may refer to further recursive aliases.
        while definitions.count < recursive.count {
            let (id, target) = recursive[definitions.count]
            open = [id]
            definitions.append(.init(types.typeName(id), .object(complete(target, depth: 0))))
        }
        if !definitions.isEmpty { members.append(.init("$defs", .object(definitions))) }
    }

    mutating func add(_ constraints: Constraints) { members += keywords(constraints) }

    /// The schema of a type's use: its constraints and those of its elements.
    mutating func nested(_ use: TypeUse) -> [JSONLiteral.Member] {
        var use = types.resolvedUse(use)
        // An enum has no table, so its constraints are asserted where it is used.
        if case .named(let id) = use.type, let declaration = types.declarations[id],
            case .enumeration = declaration.shape
        {
            use.constraints.assertions += declaration.constraints.assertions
        }
        return keywords(use.constraints) + shape(of: use)
    }

    mutating func addShape(of use: TypeUse) {
        members += keywords(use.constraints) + shape(of: use)
    }

    /// Adds the schema of a text.
    mutating func addText(_ use: TypeUse) {
        members += complete(use, depth: 0).filter { $0 != .init("type", .string("string")) }
        switch use.type {
        case .string(format: "password") where !members.isEmpty:
            members.append(.init("format", .string("password")))
        case .integer(let format):
            for (keyword, bound) in format.bounds where !members.contains(where: { $0.name == keyword }) {
                members.append(.init(keyword, .number(bound)))
            }
        default: break
        }
    }

    /// The keywords that prevent violations from showing a member's value.
    func secrecy(_ property: Property) -> [JSONLiteral.Member] {
        let use = types.resolvedUse(property.type)
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
        // Merged schemas can assert a keyword twice. Both assertions apply.
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
            if let index = result.firstIndex(where: { $0.name == "allOf" }), case .array(let all) = result[index].value
            {
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

    /// An operand in which each `$ref` has the Swift name of its type.
    private mutating func translated(_ literal: JSONLiteral, of keyword: String) -> JSONLiteral {
        switch keyword {
        case "const", "enum", "default", "examples", "example", "required", SchemaKey.message: return literal
        case "$ref":
            guard case .reference(let id) = literal, types.declarations[id] != nil else { return literal }
            let name = types.typeName(id)
            if !references.contains(name) { references.append(name) }
            return .string(TypeReference.text(name))
        case "properties", "patternProperties", "dependentSchemas", "$defs":
            // The names of these objects are members, not keywords.
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
                        result.append(.init("$ref", .string("#/$defs/" + types.typeName(id))))
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

    /// The target of a reference to an alias, which has no table.
    private func target(of member: JSONLiteral.Member) -> (TypeID, TypeUse)? {
        guard case .reference(let id) = member.value, case .alias(let target)? = types.declarations[id]?.shape else {
            return nil
        }
        if case .tuple = target.type { return nil }
        return (id, types.resolvedUse(target))
    }

    /// The complete schema of a type.
    private mutating func complete(_ use: TypeUse, depth: Int) -> [JSONLiteral.Member] {
        let use = types.resolvedUse(use)
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
            if depth < Bounds.constraintLevels, !result.contains(where: { $0.name == "items" }) {
                result.append(.init("items", .object(complete(element, depth: depth + 1))))
            }
        case .map(let value):
            type = "object"
            if depth < Bounds.constraintLevels, !result.contains(where: { $0.name == "additionalProperties" }) {
                result.append(.init("additionalProperties", .object(complete(value, depth: depth + 1))))
            }
        case .tuple(let elements):
            type = "array"
            var items: [JSONLiteral] = []
            for element in elements { items.append(.object(complete(element, depth: depth + 1))) }
            result.append(.init("prefixItems", .array(items)))
        case .named(let id):
            result.append(.init("$ref", translated(.reference(id), of: "$ref")))
            if use.isNullable {
                return [.init("anyOf", .array([.object(result), .object([.init("type", .string("null"))])]))]
            }
        }
        guard let type else { return result }
        let types: JSONLiteral = use.isNullable ? .array([.string(type), .string("null")]) : .string(type)
        return [.init("type", types)] + result
    }
}

extension IntegerFormat {
    /// The bounds of a format of fixed size.
    fileprivate var bounds: [(keyword: String, bound: String)] {
        func bounds<Value: FixedWidthInteger>(of type: Value.Type) -> [(String, String)] {
            [("minimum", "\(Value.min)"), ("maximum", "\(Value.max)")]
        }
        return switch self {
        case .unspecified: []
        case .int8: bounds(of: Int8.self)
        case .int16: bounds(of: Int16.self)
        case .int32: bounds(of: Int32.self)
        case .int64: bounds(of: Int64.self)
        case .uint8: bounds(of: UInt8.self)
        case .uint16: bounds(of: UInt16.self)
        case .uint32: bounds(of: UInt32.self)
        case .uint64: bounds(of: UInt64.self)
        }
    }
}

extension Type {
    /// The format of strings that are values of this type.
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
    /// The members with a single `allOf`.
    fileprivate var joiningAllOf: [JSONLiteral.Member] {
        guard count(where: { $0.name == "allOf" }) > 1 else { return self }
        var all: [JSONLiteral] = []
        for case let member in self where member.name == "allOf" {
            if case .array(let elements) = member.value { all += elements }
        }
        return filter { $0.name != "allOf" } + [.init("allOf", .array(all))]
    }
}
