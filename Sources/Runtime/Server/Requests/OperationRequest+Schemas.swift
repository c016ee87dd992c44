import ApusClient
package import ApusModels
package import HTTPTypes

/// A parameter that is described by a schema, without a Swift type.
package struct SchemaParameter: Sendable {
    package var place: ServerRefusal.Problem.Place
    package var name: String
    package var style: ParameterStyle
    package var explode: Bool
    package var allowReserved: Bool
    /// Whether the text is JSON.
    package var isJSON: Bool
    package var isRequired: Bool
    package var value: SchemaValue

    package init(
        place: ServerRefusal.Problem.Place, name: String, style: ParameterStyle, explode: Bool, allowReserved: Bool,
        isJSON: Bool, isRequired: Bool, value: SchemaValue
    ) {
        self.place = place
        self.name = name
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.isJSON = isJSON
        self.isRequired = isRequired
        self.value = value
    }
}

/// How texts become a value of a schema, and how the value is checked.
package struct SchemaValue: Sendable {
    package var form: TextForm
    package var read: @Sendable (TextTree) -> JSONValue
    package var violations: @Sendable (JSONValue) -> [Violation]

    package init(
        form: TextForm, read: @escaping @Sendable (TextTree) -> JSONValue,
        violations: @escaping @Sendable (JSONValue) -> [Violation]
    ) {
        self.form = form
        self.read = read
        self.violations = violations
    }
}

extension OperationRequest {
    /// The head of the request.
    package var head: HTTPRequest { request.head }

    /// Returns the text of a variable of the path, with its percent-encoding.
    package func pathText(_ name: String) -> String? { pathTexts[name] }

    /// Reads and checks a parameter.
    package func read(_ parameter: SchemaParameter) {
        let (place, name) = (parameter.place, parameter.name)
        let later = Parameter(place: place, name: name, references: [], constraints: nil)
        if place == .query { addQueryName(name) }
        let texts: (OperationRequest) throws -> TextTree? = { request in
            guard let tree = try request.tree(of: parameter) else { return nil }
            let value = if case .json(let value) = tree { value } else { parameter.value.read(tree) }
            request.add(parameter.value.violations(value), place, name)
            return .json(value)
        }
        if parameter.isRequired {
            let _: RequestValue<JSONValue> = value(later, JSONValue.self, texts)
        } else {
            let _: RequestValue<JSONValue?> = optional(later, JSONValue.self, texts)
        }
    }

    private func tree(of parameter: SchemaParameter) throws -> TextTree? {
        let (name, form) = (parameter.name, parameter.value.form)
        if parameter.isJSON { return try jsonText(of: parameter).map { .json($0) } }
        switch parameter.place {
        case .path:
            return try pathText(name, StyledText(name: name, style: parameter.style, explode: parameter.explode), form)
        case .query:
            let reader = StyledText(
                name: name, style: parameter.style, explode: parameter.explode,
                plusIsSpace: !parameter.allowReserved)
            return try queryText(reader, form)
        case .header:
            let reader = StyledText(name: name, style: .simple, explode: parameter.explode, isEncoded: false)
            return try headerText(name).map { try reader.tree(of: $0, as: form) }
        case .cookie:
            return try cookieText(StyledText(name: name, style: .form, explode: parameter.explode), form)
        case .body: return nil
        }
    }

    private func jsonText(of parameter: SchemaParameter) throws -> JSONValue? {
        let encoded: String? =
            switch parameter.place {
            case .path: pathTexts[parameter.name]
            case .query: query.values(parameter.name).first.map(String.init)
            case .cookie: cookieValue(parameter.name).map(String.init)
            case .header, .body: nil
            }
        let decoded = encoded.map { PercentDecoding.decode($0, plusIsSpace: parameter.place == .query) }
        if case .some(.none) = decoded { throw UnreadableText(message: "must be percent-encoded UTF-8") }
        guard let text = decoded ?? headerText(parameter.name) else { return nil }
        return try JSON.decode(JSONValue.self, from: Array(text.utf8))
    }

    /// Reads and checks a body. The value is `nil` if there is none, and if its media type has no schema.
    package func body(_ contents: [SchemaContent], isRequired: Bool) -> RequestValue<JSONValue?> {
        let readers = contents.map(\.reader)
        return isRequired ? body(of: readers) : body(absent: nil, of: readers)
    }
}
