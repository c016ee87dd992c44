public import ApusClient
public import ApusModels

// The parameters of generated code. Each method has three forms: for a required value, a default, and an optional
// value.
extension OperationRequest {
    /// Reads a path parameter.
    public func path<Value: JSONCodable>(
        _ name: String, _ type: Value.Type, style: ParameterStyle = .simple, explode: Bool = false,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        let reader = StyledText(name: name, style: style, explode: explode)
        return value(Parameter(place: .path, name: name, references: references, constraints: constraints), type) {
            try $0.pathText(name, reader, TextForm(of: type))
        }
    }

    /// Reads a path parameter that is JSON.
    public func path<Value: JSONCodable>(
        _ name: String, json type: Value.Type, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        value(Parameter(place: .path, name: name, references: references, constraints: constraints), type) {
            try $0.pathTexts[name].map { try Self.json($0) }
        }
    }

    /// Reads a query parameter that is required or has a default.
    public func query<Value: JSONCodable>(
        _ name: String, _ type: Value.Type, default standard: Value? = nil, style: ParameterStyle = .form,
        explode: Bool = true, allowReserved: Bool = false, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        value(queryParameter(name, references, constraints), type, default: standard) {
            try $0.queryText(Self.queryReader(name, style, explode, allowReserved), TextForm(of: type))
        }
    }

    /// Reads an optional query parameter.
    public func query<Value: JSONCodable>(
        _ name: String, optional type: Value.Type, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        optional(queryParameter(name, references, constraints), type) {
            try $0.queryText(Self.queryReader(name, style, explode, allowReserved), TextForm(of: type))
        }
    }

    /// Reads a JSON query parameter that is required or has a default.
    public func query<Value: JSONCodable>(
        _ name: String, json type: Value.Type, default standard: Value? = nil,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        value(queryParameter(name, references, constraints), type, default: standard) {
            try $0.query.values(name).first.map { try Self.json($0, plusIsSpace: true) }
        }
    }

    /// Reads an optional JSON query parameter.
    public func query<Value: JSONCodable>(
        _ name: String, optionalJSON type: Value.Type, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        optional(queryParameter(name, references, constraints), type) {
            try $0.query.values(name).first.map { try Self.json($0, plusIsSpace: true) }
        }
    }

    private func queryParameter(
        _ name: String, _ references: [any JSONCodable.Type], _ constraints: StaticString?
    ) -> Parameter {
        addQueryName(name)
        return Parameter(place: .query, name: name, references: references, constraints: constraints)
    }

    private static func queryReader(
        _ name: String, _ style: ParameterStyle, _ explode: Bool, _ allowReserved: Bool
    ) -> StyledText {
        // Only parameters that allow reserved characters send a `+` unencoded.
        StyledText(name: name, style: style, explode: explode, plusIsSpace: !allowReserved)
    }

    /// Reads the whole query as the members of an object (`in: querystring`).
    public func querystring<Value: JSONCodable>(
        form type: Value.Type, default standard: Value? = nil, style: ParameterStyle? = nil,
        encoding: StaticString? = nil, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        value(queryParameter("querystring", references, constraints), type, default: standard) {
            try $0.wholeForm(TextForm(of: type), style, encoding)
        }
    }

    /// Reads the whole query as the members of an object, or `nil` if the query is empty.
    public func querystring<Value: JSONCodable>(
        optionalForm type: Value.Type, style: ParameterStyle? = nil, encoding: StaticString? = nil,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        optional(queryParameter("querystring", references, constraints), type) {
            try $0.wholeForm(TextForm(of: type), style, encoding)
        }
    }

    /// Reads the whole query as JSON.
    public func querystring<Value: JSONCodable>(
        json type: Value.Type, default standard: Value? = nil, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        value(queryParameter("querystring", references, constraints), type, default: standard) {
            try $0.wholeQuery.map { try Self.json($0, plusIsSpace: false) }
        }
    }

    /// Reads the whole query as JSON, or `nil` if the query is empty.
    public func querystring<Value: JSONCodable>(
        optionalJSON type: Value.Type, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        optional(queryParameter("querystring", references, constraints), type) {
            try $0.wholeQuery.map { try Self.json($0, plusIsSpace: false) }
        }
    }

    private var wholeQuery: Substring? {
        guard let path = request.head.path, let mark = path.firstIndex(of: "?") else { return nil }
        let text = path[path.index(after: mark)...]
        return text.isEmpty ? nil : text
    }

    private func wholeForm(_ form: TextForm, _ style: ParameterStyle?, _ encoding: StaticString?) throws -> TextTree? {
        if query.pairs.isEmpty { return nil }
        return try FormReader(encodings: MemberEncodings(encoding, style: style)).tree(of: query, as: form)
    }

    /// Reads a header field that is required or has a default.
    public func header<Value: JSONCodable>(
        _ name: String, _ type: Value.Type, default standard: Value? = nil, explode: Bool = false,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        let parameter = Parameter(place: .header, name: name, references: references, constraints: constraints)
        return value(parameter, type, default: standard) { try $0.header(name, explode, TextForm(of: type)) }
    }

    /// Reads an optional header field.
    public func header<Value: JSONCodable>(
        _ name: String, optional type: Value.Type, explode: Bool = false, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        let parameter = Parameter(place: .header, name: name, references: references, constraints: constraints)
        return optional(parameter, type) { try $0.header(name, explode, TextForm(of: type)) }
    }

    /// Reads a JSON header field that is required or has a default.
    public func header<Value: JSONCodable>(
        _ name: String, json type: Value.Type, default standard: Value? = nil,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        let parameter = Parameter(place: .header, name: name, references: references, constraints: constraints)
        return value(parameter, type, default: standard) { try $0.headerText(name).map(Self.plainJSON) }
    }

    /// Reads an optional JSON header field.
    public func header<Value: JSONCodable>(
        _ name: String, optionalJSON type: Value.Type, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        let parameter = Parameter(place: .header, name: name, references: references, constraints: constraints)
        return optional(parameter, type) { try $0.headerText(name).map(Self.plainJSON) }
    }

    private func header(_ name: String, _ explode: Bool, _ form: TextForm) throws -> TextTree? {
        let reader = StyledText(name: name, style: .simple, explode: explode, isEncoded: false)
        return try headerText(name).map { try reader.tree(of: $0, as: form) }
    }

    /// Reads a cookie that is required or has a default.
    public func cookie<Value: JSONCodable>(
        _ name: String, _ type: Value.Type, default standard: Value? = nil, style: ParameterStyle = .form,
        explode: Bool = true, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        let parameter = Parameter(place: .cookie, name: name, references: references, constraints: constraints)
        return value(parameter, type, default: standard) {
            try $0.cookieText(Self.cookieReader(name, style, explode), TextForm(of: type))
        }
    }

    /// Reads an optional cookie.
    public func cookie<Value: JSONCodable>(
        _ name: String, optional type: Value.Type, style: ParameterStyle = .form, explode: Bool = true,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        let parameter = Parameter(place: .cookie, name: name, references: references, constraints: constraints)
        return optional(parameter, type) {
            try $0.cookieText(Self.cookieReader(name, style, explode), TextForm(of: type))
        }
    }

    /// Reads a JSON cookie that is required or has a default.
    public func cookie<Value: JSONCodable>(
        _ name: String, json type: Value.Type, default standard: Value? = nil,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> RequestValue<Value> {
        let parameter = Parameter(place: .cookie, name: name, references: references, constraints: constraints)
        return value(parameter, type, default: standard) { try $0.cookieValue(name).map { try Self.json($0) } }
    }

    /// Reads an optional JSON cookie.
    public func cookie<Value: JSONCodable>(
        _ name: String, optionalJSON type: Value.Type, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> RequestValue<Value?> {
        let parameter = Parameter(place: .cookie, name: name, references: references, constraints: constraints)
        return optional(parameter, type) { try $0.cookieValue(name).map { try Self.json($0) } }
    }

    private static func cookieReader(_ name: String, _ style: ParameterStyle, _ explode: Bool) -> StyledText {
        StyledText(name: name, style: .form, explode: explode, isEncoded: style != .cookie)
    }

    // MARK: JSON

    private static func json(_ text: some StringProtocol, plusIsSpace: Bool = false) throws -> TextTree {
        guard let decoded = PercentDecoding.decode(text, plusIsSpace: plusIsSpace) else {
            throw UnreadableText(message: "must be percent-encoded UTF-8")
        }
        return try plainJSON(decoded)
    }

    private static func plainJSON(_ text: String) throws -> TextTree {
        .json(try JSON.decode(JSONValue.self, from: Array(text.utf8)))
    }
}
