internal import ApusECMARegex
internal import ApusFormat

/// Compiles a JSON Schema and throws an error if it cannot be evaluated as the standard requires.
struct SchemaCompiler {
    let resources: SchemaResources
    /// The models referenced as `#/Name`.
    let models: [String: Shape]
    /// The names of the union's variants in the order of its table.
    private let variants: [String]
    private let name: String
    private let context = SchemaContext()
    private var compiled: [SchemaResources.Location: Schema] = [:]

    /// - Parameter name: The beginning of the violations' schema pointers.
    static func compile(
        _ json: JSONValue, name: String = "#", models: [String: Shape] = [:], variants: [String] = []
    ) throws(SchemaError) -> Schema {
        let resources = try SchemaResources(json)
        var compiler = SchemaCompiler(resources: resources, models: models, variants: variants, name: name)
        return try compiler.schema(at: resources.root)
    }

    /// Compiles the schemas of a document one by one, with `schema(at:)`.
    init(_ document: JSONValue) throws(SchemaError) {
        self.init(resources: try SchemaResources(document), models: [:], variants: [], name: "#")
    }

    private init(resources: SchemaResources, models: [String: Shape], variants: [String], name: String) {
        self.resources = resources
        self.models = models
        self.variants = variants
        self.name = name
    }

    mutating func schema(at location: SchemaResources.Location) throws(SchemaError) -> Schema {
        if let schema = compiled[location] { return schema }
        let schema = Schema(
            pointer: name + location.pointer, resource: resources.base(of: location), context: context)
        compiled[location] = schema
        guard let json = resources.value(at: location) else { throw error("there is no schema here", location) }
        switch json {
        case .bool(let allows): schema.refusesAll = !allows
        case .object(let object): try compile(object, into: schema, at: location)
        default: throw error("a schema must be an object or a boolean", location)
        }
        return schema
    }

    func error(_ reason: String, _ location: SchemaResources.Location) -> SchemaError {
        SchemaError(pointer: name + location.pointer, reason: reason)
    }

    private mutating func compile(
        _ object: JSONObject, into schema: Schema, at location: SchemaResources.Location
    ) throws(SchemaError) {
        for member in object {
            let place = location.appending(member.name)
            try compileAssertion(member.name, member.value, into: schema, at: place)
            try compileApplicator(member.name, member.value, object, into: schema, at: place)
        }
        if object["format"]?.string == "password" || object["writeOnly"]?.bool == true {
            schema.isSecret = true
            if location.parent.tokens.last == "properties", let name = location.tokens.last {
                context.secretNames.insert(name)
            }
        }
        switch object[SchemaKey.message] {
        case .object(let messages)?: for message in messages { schema.messages[message.name] = message.value.string }
        case .string(let message)?: for name in object.names { schema.messages[name] = message }
        default: break
        }
    }

    private mutating func compileApplicator(
        _ keyword: String, _ value: JSONValue, _ object: JSONObject, into schema: Schema,
        at place: SchemaResources.Location
    ) throws(SchemaError) {
        switch keyword {
        case "allOf": schema.allOf = try schemas(value, at: place)
        case "anyOf": schema.anyOf = try schemas(value, at: place)
        case "oneOf": schema.oneOf = try schemas(value, at: place)
        case "not": schema.not = try self.schema(at: place)
        case "if": schema.condition = try self.schema(at: place)
        case "then": schema.consequence = try self.schema(at: place)
        case "else": schema.alternative = try self.schema(at: place)
        case "$ref": try compileReference(value, into: schema, at: place)
        case "$dynamicRef": try compileDynamicReference(value, into: schema, at: place)
        case "$schema":
            // Keywords may have another meaning in another dialect.
            guard value.string.map(Self.dialects.contains) == true else {
                throw error("only JSON Schema 2020-12 is supported", place)
            }
        case SchemaKey.variants:
            for (name, variant) in try named(value, at: place) {
                guard let index = variants.firstIndex(of: name) else {
                    throw error("there is no variant `\(name)`", place)
                }
                schema.variants[index] = variant
            }
        case "prefixItems":
            let items = try schemas(value, at: place)
            schema.withArray { $0.prefixItems = items }
        case "items":
            let items = try self.schema(at: place)
            schema.withArray { $0.items = items }
        case "contains":
            let contains = try self.schema(at: place)
            schema.withArray { $0.contains = contains }
        case "unevaluatedItems":
            let unevaluated = try self.schema(at: place)
            schema.needsEvaluated = true
            schema.withArray { $0.unevaluatedItems = unevaluated }
        case "properties":
            let properties = try named(value, at: place)
            schema.withObject { $0.properties = properties.map { (SchemaName($0.name), $0.schema) } }
        case "patternProperties":
            var properties: [(ECMAPattern, Schema)] = []
            for (text, schema) in try named(value, at: place) {
                properties.append((try pattern(text, at: place), schema))
            }
            schema.withObject { $0.patternProperties = properties }
        case "additionalProperties":
            let additional = try self.schema(at: place)
            schema.withObject { $0.additionalProperties = additional }
        case "propertyNames":
            let names = try self.schema(at: place)
            schema.withObject { $0.propertyNames = names }
        case "dependentSchemas":
            let dependents = try named(value, at: place)
            schema.withObject { $0.dependentSchemas = dependents.map { (SchemaName($0.name), $0.schema) } }
        case "unevaluatedProperties":
            let unevaluated = try self.schema(at: place)
            schema.needsEvaluated = true
            schema.withObject { $0.unevaluatedProperties = unevaluated }
        default: break
        }
    }

    private mutating func compileReference(
        _ value: JSONValue, into schema: Schema, at place: SchemaResources.Location
    ) throws(SchemaError) {
        guard let text = value.string else { throw error("a reference must be a string", place) }
        if let name = TypeReference.name(in: text), let model = models[name] {
            schema.model = model
        } else if let target = resources.resolve(text, from: place.parent) {
            schema.reference = try self.schema(at: target)
        } else {
            throw error("the reference `\(text)` leads out of the schema", place)
        }
    }

    private static let dialects: Set = [
        "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2020-12/schema#",
        "https://spec.openapis.org/oas/3.1/dialect/base",
    ]

    private mutating func compileDynamicReference(
        _ value: JSONValue, into schema: Schema, at place: SchemaResources.Location
    ) throws(SchemaError) {
        guard let text = value.string, let target = resources.resolve(text, from: place.parent) else {
            throw error("the reference leads out of the schema", place)
        }
        context.hasDynamicReferences = true
        var candidates: [String: Schema] = [:]
        for (resource, location) in resources.dynamicAnchors(like: target, in: text) {
            candidates[resource] = try self.schema(at: location)
        }
        schema.dynamicReference = DynamicReference(initial: try self.schema(at: target), candidates: candidates)
    }

    private mutating func schemas(
        _ value: JSONValue, at place: SchemaResources.Location
    ) throws(SchemaError) -> [Schema] {
        guard let elements = value.array else { throw error("this must be an array of schemas", place) }
        var result: [Schema] = []
        for index in elements.indices { result.append(try schema(at: place.appending("\(index)"))) }
        return result
    }

    private mutating func named(
        _ value: JSONValue, at place: SchemaResources.Location
    ) throws(SchemaError) -> [(name: String, schema: Schema)] {
        guard let object = value.object else { throw error("this must be an object of schemas", place) }
        var result: [(String, Schema)] = []
        for name in object.names { result.append((name, try schema(at: place.appending(name)))) }
        return result
    }

    func pattern(_ text: String, at place: SchemaResources.Location) throws(SchemaError) -> ECMAPattern {
        do throws(PatternError) { return try ECMAPattern(text) } catch {
            throw self.error("the pattern `\(text)` has \(error)", place)
        }
    }
}

extension Schema {
    func withNumber(_ change: (inout NumberRules) -> Void) {
        var rules = number ?? NumberRules()
        change(&rules)
        number = rules
    }

    func withString(_ change: (inout StringRules) -> Void) {
        var rules = string ?? StringRules()
        change(&rules)
        string = rules
    }

    func withArray(_ change: (inout ArrayRules) -> Void) {
        var rules = array ?? ArrayRules()
        change(&rules)
        array = rules
    }

    func withObject(_ change: (inout ObjectRules) -> Void) {
        var rules = object ?? ObjectRules()
        change(&rules)
        object = rules
    }
}
