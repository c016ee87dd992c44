extension SchemaCompiler {
    /// Compiles a keyword that holds no schemas. Unknown keywords are ignored (JSON Schema §6.5).
    func compileAssertion(
        _ keyword: String, _ value: JSONValue, into schema: Schema, at place: SchemaResources.Location
    ) throws(SchemaError) {
        switch keyword {
        case "type": schema.types = try types(value, at: place)
        case "const":
            schema.constant = JSONIdentity(value)
            schema.valuesText = rendering(value)
        case "enum":
            guard let values = value.array else { throw error("this must be an array", place) }
            schema.values = Set(values.map(JSONIdentity.init))
            schema.valuesText =
                values.prefix(8).map { rendering($0) }.joined(separator: ", ") + (values.count > 8 ? ", …" : "")
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            guard let bound = NumberBound(value) else { throw error("this must be a number", place) }
            schema.withNumber { rules in
                switch keyword {
                case "minimum": rules.minimum = bound
                case "maximum": rules.maximum = bound
                case "exclusiveMinimum": rules.exclusiveMinimum = bound
                default: rules.exclusiveMaximum = bound
                }
            }
        case "multipleOf":
            guard let divisor = Divisor(value) else {
                throw error("this must be a positive number of at most 18 digits", place)
            }
            schema.withNumber { $0.multipleOf = divisor }
        case "pattern":
            guard let text = value.string else { throw error("this must be a string", place) }
            let pattern = try pattern(text, at: place)
            schema.withString { $0.pattern = pattern }
        case "format":
            if let format = value.string.flatMap({ StringFormat($0) }) { schema.withString { $0.format = format } }
        case "uniqueItems":
            if value.bool == true { schema.withArray { $0.uniqueItems = true } }
        case "required":
            let names = try names(value, at: place)
            schema.withObject { $0.required = names }
        case "dependentRequired":
            guard let object = value.object else { throw error("this must be an object", place) }
            var dependents: [(SchemaName, [SchemaName])] = []
            for member in object { dependents.append((SchemaName(member.name), try names(member.value, at: place))) }
            schema.withObject { $0.dependentRequired = dependents }
        default: try compileCount(keyword, value, into: schema, at: place)
        }
    }

    private func compileCount(
        _ keyword: String, _ value: JSONValue, into schema: Schema, at place: SchemaResources.Location
    ) throws(SchemaError) {
        let keywords: Set = [
            "minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties",
            "maxProperties",
        ]
        guard keywords.contains(keyword) else { return }
        guard let count = value.integer, count >= 0 else { throw error("this must be a count", place) }
        switch keyword {
        case "minLength": schema.withString { $0.minLength = count }
        case "maxLength": schema.withString { $0.maxLength = count }
        case "minItems": schema.withArray { $0.minItems = count }
        case "maxItems": schema.withArray { $0.maxItems = count }
        case "minContains": schema.withArray { $0.minContains = count }
        case "maxContains": schema.withArray { $0.maxContains = count }
        case "minProperties": schema.withObject { $0.minProperties = count }
        default: schema.withObject { $0.maxProperties = count }
        }
    }

    private func types(
        _ value: JSONValue, at place: SchemaResources.Location
    ) throws(SchemaError) -> SchemaTypes {
        var types: SchemaTypes = []
        for name in value.array ?? [value] {
            guard let type = SchemaTypes.names.first(where: { $0.name == name.string })?.type else {
                throw error("this must be the name of a JSON type", place)
            }
            types.insert(type)
        }
        return types
    }

    private func names(
        _ value: JSONValue, at place: SchemaResources.Location
    ) throws(SchemaError) -> [SchemaName] {
        guard let elements = value.array else { throw error("this must be an array of names", place) }
        var names: [SchemaName] = []
        for element in elements {
            guard let name = element.string else { throw error("this must be an array of names", place) }
            names.append(SchemaName(name))
        }
        return names
    }
}
