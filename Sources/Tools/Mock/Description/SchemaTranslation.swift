import ApusClient
import ApusECMARegex
import ApusExamples
import ApusModels
import ApusOpenAPI
import ApusYAMLSource

/// Writes the schemas of a description as one JSON Schema (2020-12), for one direction.
///
/// Each schema that is asked for, or referred to, is a member of `$defs`. A sent value needs no read-only members, and a
/// received value needs no write-only members.
struct SchemaTranslation {
    let document: Document
    /// Whether values are sent by clients.
    let isRequest: Bool
    private(set) var definitions = JSONObject()
    private var names: [Node: String] = [:]
    private var waiting: [Node] = []

    init(document: Document, isRequest: Bool) {
        self.document = document
        self.isRequest = isRequest
    }

    /// Returns the name under `$defs` of a schema.
    mutating func define(_ schema: ApusOpenAPI.Schema) -> String {
        let name = name(of: schema.node)
        while let node = waiting.popLast() {
            let translated = translate(node, hidden: [])
            definitions[names[node]!] = translated
        }
        return name
    }

    private mutating func name(of node: Node) -> String {
        if let known = names[node] { return known }
        let name = "\(names.count)"
        names[node] = name
        waiting.append(node)
        return name
    }

    // MARK: Schemas

    /// - Parameter hidden: The members of enclosing `allOf` that only values of the other direction have.
    private mutating func translate(_ node: Node, hidden: Set<String>) -> JSONValue {
        if let boolean = node.boolean { return .bool(boolean) }
        guard node.kind == .mapping else { return true }
        let schema = Schema(node: node, document: document)
        var result = JSONObject()
        if let target = schema.target {
            result["$ref"] = .string("#/$defs/" + name(of: target.node))
            // In 3.0, the siblings of a reference have no meaning.
            if document.version == .v3_0 { return .object(result) }
        }
        let hidden = hidden.union(hiddenNames(in: schema, levels: 4))
        for entry in node.entries {
            guard let operand = schema.operand(entry.value, of: entry.key) else { continue }
            translate(entry.key, operand, of: schema, hidden: hidden, into: &result)
        }
        return .object(nullable(result, schema))
    }

    private mutating func translate(
        _ keyword: String, _ operand: Node, of schema: ApusOpenAPI.Schema, hidden: Set<String>,
        into result: inout JSONObject
    ) {
        switch keyword {
        case "type":
            let types = schema.types.filter(Self.types.contains)
            if types.count == 1 { result["type"] = .string(types[0]) }
            if types.count > 1 { result["type"] = .array(types.map { .string($0) }) }
        case "const", "default": result[keyword] = operand.json
        // Generated types read both as a UUID.
        case "format": result[keyword] = operand.text == "uuid4" ? "uuid" : operand.json
        case "contentMediaType":
            // Only text has another form in a string (OpenAPI 3.1, "Working with Binary Data").
            let type = MediaType(operand.text)
            let isText = type.map { $0.type == "text" || $0.isJSON || $0.subtype.hasSuffix("xml") } ?? true
            if !isText, schema.node["contentEncoding"] == nil, result["format"] == nil { result["format"] = "binary" }
        case "enum", "examples":
            // A map of examples is a mistake. It has no values of the schema.
            if operand.kind == .sequence { result[keyword] = operand.json }
        case "example": result["examples"] = .array([operand.json])
        case "pattern":
            if (try? ECMAPattern(operand.text)) != nil { result[keyword] = .string(operand.text) }
        case "minimum", "maximum", "multipleOf":
            if operand.isJSONNumber { result[keyword] = operand.json }
        case "exclusiveMinimum", "exclusiveMaximum":
            if operand.isJSONNumber { result[keyword] = operand.json }
            let bound = schema[keyword == "exclusiveMinimum" ? .minimum : .maximum]
            if operand.boolean == true, let bound, bound.isJSONNumber { result[keyword] = bound.json }
        case "minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties",
            "maxProperties":
            if let count = operand.json.integer, count >= 0 { result[keyword] = .integer(Int64(count)) }
        case "uniqueItems": result[keyword] = operand.json
        case "required":
            let names = operand.elements.map(\.text).filter { !hidden.contains($0) }
            result[keyword] = .array(names.map { .string($0) })
        case "dependentRequired":
            result[keyword] = .object(JSONObject(operand.entries.map { ($0.key, $0.value.json) }))
        case "properties", "patternProperties", "dependentSchemas":
            translateMembers(keyword, operand, into: &result)
        case "items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else",
            "unevaluatedProperties", "unevaluatedItems":
            if operand.kind != .sequence { result[keyword] = translate(operand, hidden: []) }
        case "prefixItems": result[keyword] = .array(operand.elements.map { translate($0, hidden: []) })
        case "allOf": result[keyword] = .array(operand.elements.map { translate($0, hidden: hidden) })
        case "oneOf", "anyOf": translateVariants(keyword, operand, of: schema, hidden: hidden, into: &result)
        default: break
        }
    }

    private mutating func translateMembers(_ keyword: String, _ operand: Node, into result: inout JSONObject) {
        var members: [(String, JSONValue)] = []
        for entry in operand.entries {
            if keyword == "patternProperties", (try? ECMAPattern(entry.key)) == nil { continue }
            var translated = translate(entry.value, hidden: [])
            if keyword == "properties", isHidden(entry.value) {
                if translated.object == nil { translated = [:] }
                translated[MergedSchema.otherDirection] = true
            }
            members.append((entry.key, translated))
        }
        result[keyword] = .object(JSONObject(members))
    }

    /// Writes the variants of a union. With a discriminator, the member has the values of each variant, and the first
    /// variant that matches is enough.
    private mutating func translateVariants(
        _ keyword: String, _ operand: Node, of schema: ApusOpenAPI.Schema, hidden: Set<String>,
        into result: inout JSONObject
    ) {
        guard let discriminator = schema.discriminator else {
            result[keyword] = .array(operand.elements.map { translate($0, hidden: hidden) })
            return
        }
        let mapping = discriminator.mapping
        let variants = operand.elements.map { element -> JSONValue in
            let variant = translate(element, hidden: hidden)
            guard let target = document.target(of: element) else { return variant }
            var values = mapping.filter { $0.target == target }.map(\.value)
            // Without a mapping, the variant's own constant is a better tag than its name.
            let property = discriminator.propertyName
            if values.isEmpty, restricts(property, target, levels: 4) { return variant }
            if values.isEmpty, let name = element["$ref"]?.text.split(separator: "/").last { values = [String(name)] }
            let tag: JSONValue = ["enum": .array(values.map { .string($0) })]
            return ["allOf": [variant, ["properties": .object(JSONObject([(discriminator.propertyName, tag)]))]]]
        }
        result["anyOf"] = .array(variants)
    }

    /// Whether a schema lists the values of a property.
    private func restricts(_ property: String, _ node: Node, levels: Int) -> Bool {
        guard levels > 0, let node = document.resolve(node) else { return false }
        let schema = Schema(node: node, document: document)
        for (name, member) in schema.namedSubschemas(.properties) where name == property {
            guard let member = document.resolve(member.node) else { continue }
            if member["enum"] != nil || member["const"] != nil { return true }
        }
        return schema.subschemas(.allOf).contains { restricts(property, $0.node, levels: levels - 1) }
    }

    /// Adds `null` to the values of a schema with OpenAPI 3.0's `nullable`.
    private func nullable(_ object: JSONObject, _ schema: ApusOpenAPI.Schema) -> JSONObject {
        guard document.version == .v3_0, schema.isMarkedNullable else { return object }
        var result = object
        if let types = result["type"] {
            result["type"] = .array((types.array ?? [types]) + ["null"])
            if let values = result["enum"]?.array, !values.contains(.null) { result["enum"] = .array(values + [.null]) }
            let unions = ["allOf", "anyOf", "oneOf"].contains { result[$0] != nil }
            if !unions { return result }
        }
        return ["anyOf": [.object(object), ["type": "null"]]]
    }

    // MARK: Directions

    private func isHidden(_ node: Node) -> Bool {
        let keyword = isRequest ? "readOnly" : "writeOnly"
        if node[keyword]?.boolean == true { return true }
        return document.resolve(node)?[keyword]?.boolean == true
    }

    private func hiddenNames(in schema: ApusOpenAPI.Schema, levels: Int) -> Set<String> {
        var names = Set(schema.namedSubschemas(.properties).filter { isHidden($0.schema.node) }.map(\.name))
        guard levels > 0 else { return names }
        for part in schema.subschemas(.allOf) {
            guard let node = document.resolve(part.node) else { continue }
            names.formUnion(hiddenNames(in: Schema(node: node, document: document), levels: levels - 1))
        }
        return names
    }

    private static let types: Set = ["null", "boolean", "integer", "number", "string", "array", "object"]
}

extension Node {
    /// The node as JSON. Numbers that JSON does not have are strings.
    var json: JSONValue {
        switch kind {
        case .null: .null
        case .boolean: .bool(boolean ?? false)
        case .integer, .number:
            if isJSONNumber, let number = try? JSON.decode(JSONValue.self, from: Array(jsonNumber.utf8)) {
                number
            } else {
                .string(text)
            }
        case .string: .string(text)
        case .sequence: .array(elements.map(\.json))
        case .mapping: .object(JSONObject(entries.map { ($0.key, $0.value.json) }))
        }
    }
}
