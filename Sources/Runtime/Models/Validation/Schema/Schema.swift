internal import ApusECMARegex

/// A compiled JSON Schema (2020-12), created by `SchemaCompiler`. Schemas may refer to themselves.
final class Schema: @unchecked Sendable {
    // The properties are set while the schema is compiled and do not change after that.

    /// The location of the schema, which begins the `schemaPointer` of its violations.
    let pointer: String
    /// Whether this is the schema `false`.
    var refusesAll = false
    var types: SchemaTypes?
    var constant: JSONIdentity?
    var values: Set<JSONIdentity>?
    /// The constant or the listed values as shown in messages.
    var valuesText = ""
    var number: NumberRules?
    var string: StringRules?
    var array: ArrayRules?
    var object: ObjectRules?
    var allOf: [Schema] = []
    var anyOf: [Schema] = []
    var oneOf: [Schema] = []
    var not: Schema?
    var condition: Schema?
    var consequence: Schema?
    var alternative: Schema?
    var reference: Schema?
    var dynamicReference: DynamicReference?
    /// The constraints on a union's variants by their indices.
    var variants: [Int: Schema] = [:]
    /// The model that `$ref` names.
    var model: Shape?
    /// The description's own messages by keyword.
    var messages: [String: String] = [:]
    /// Whether violations hide the value.
    var isSecret = false
    /// The base URI of the enclosing schema resource.
    let resource: String
    let context: SchemaContext
    /// Whether the schema has `unevaluatedProperties` or `unevaluatedItems`.
    var needsEvaluated = false

    init(pointer: String, resource: String, context: SchemaContext) {
        self.pointer = pointer
        self.resource = resource
        self.context = context
    }
}

extension Schema {
    /// The members of an object that are secret or contain a secret.
    var secretMembers: Set<String> {
        var names = context.secretNames
        for (name, schema) in object?.properties ?? [] where schema.hidesElements(depth: 0) { names.insert(name.text) }
        return names
    }

    private func hidesElements(depth: Int) -> Bool {
        if isSecret { return true }
        let inner = (array?.prefixItems ?? []) + [array?.items, object?.additionalProperties].compactMap { $0 }
        return depth < Bounds.hiddenElementsDepth && inner.contains { $0.hidesElements(depth: depth + 1) }
    }
}

/// The state shared by schemas that are compiled together. It does not change after that.
final class SchemaContext: @unchecked Sendable {
    /// The names of secret members.
    var secretNames: Set<String> = []
    /// Whether there are dynamic references, whose targets depend on the resources entered (JSON Schema §7.1).
    var hasDynamicReferences = false
}

/// A `$dynamicRef` (JSON Schema §8.2.3.2).
struct DynamicReference {
    /// The target as a plain reference.
    let initial: Schema
    /// The schemas with the same `$dynamicAnchor` by resource. Without any, this is a plain reference.
    let candidates: [String: Schema]
}

/// The JSON types listed by `type`.
struct SchemaTypes: OptionSet {
    let rawValue: UInt8

    static let null = SchemaTypes(rawValue: 1)
    static let boolean = SchemaTypes(rawValue: 2)
    static let integer = SchemaTypes(rawValue: 4)
    static let number = SchemaTypes(rawValue: 8)
    static let string = SchemaTypes(rawValue: 16)
    static let array = SchemaTypes(rawValue: 32)
    static let object = SchemaTypes(rawValue: 64)

    static let names: [(name: String, article: String, type: SchemaTypes)] = [
        ("null", "null", .null), ("boolean", "a boolean", .boolean), ("integer", "an integer", .integer),
        ("number", "a number", .number), ("string", "a string", .string), ("array", "an array", .array),
        ("object", "an object", .object),
    ]

    var description: String {
        Self.names.filter { contains($0.type) }.map(\.article).joined(separator: " or ")
    }
}

struct NumberRules: Sendable {
    var minimum: NumberBound?
    var maximum: NumberBound?
    var exclusiveMinimum: NumberBound?
    var exclusiveMaximum: NumberBound?
    var multipleOf: Divisor?
}

struct StringRules: Sendable {
    /// The minimum length in code points.
    var minLength: Int?
    /// The maximum length in code points.
    var maxLength: Int?
    var pattern: ECMAPattern?
    var format: StringFormat?
}

struct ArrayRules {
    var prefixItems: [Schema] = []
    var items: Schema?
    var contains: Schema?
    var minContains = 1
    var maxContains: Int?
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
    var unevaluatedItems: Schema?
}

struct ObjectRules {
    var properties: [(name: SchemaName, schema: Schema)] = []
    var patternProperties: [(pattern: ECMAPattern, schema: Schema)] = []
    var additionalProperties: Schema?
    var propertyNames: Schema?
    var required: [SchemaName] = []
    var dependentRequired: [(name: SchemaName, required: [SchemaName])] = []
    var dependentSchemas: [(name: SchemaName, schema: Schema)] = []
    var minProperties: Int?
    var maxProperties: Int?
    var unevaluatedProperties: Schema?

    func hasProperty(named name: String) -> Bool { properties.contains { $0.name.isEqual(to: name) } }
}

/// A member's name in a schema and its UTF-8.
final class SchemaName: Sendable {
    let text: String
    let utf8: Member.Bytes

    init(_ text: String) {
        self.text = text
        utf8 = Member.Bytes(copying: Array(text.utf8))
    }

    deinit { unsafe utf8.buffer.deallocate() }

    /// Compares names by code points, as JSON does. Swift's `==` ignores canonical differences.
    func isEqual(to name: String) -> Bool { text == name && text.utf8.elementsEqual(name.utf8) }
}

/// An error for a JSON value that is not a supported schema.
struct SchemaError: Error, Hashable, CustomStringConvertible {
    let pointer: String
    let reason: String

    var description: String { "\(pointer): \(reason)" }
}
