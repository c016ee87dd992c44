import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

extension OperationLowering {
    /// The parameters of an operation, with the parameters of its path that it does not override.
    mutating func lowerParameters(
        of operation: OperationObject, item: PathItemObject, id: String
    ) -> [Parameter] {
        let own = operation.parameters
        let shared = item.parameters.filter { candidate in
            !own.contains { $0.location == candidate.location && isSameName($0.name, candidate.name, in: $0.location) }
        }
        let isShared = item.operations.count > 1
        return shared.compactMap { lowerParameter($0, isShared: isShared, id: id) }
            + own.compactMap { lowerParameter($0, isShared: false, id: id) }
    }

    private func isSameName(_ first: String, _ second: String, in location: String) -> Bool {
        location == "header" ? first.lowercased() == second.lowercased() : first == second
    }

    private mutating func lowerParameter(
        _ parameter: ParameterObject, isShared: Bool, id: String
    ) -> Parameter? {
        schemas.reportUnread(in: parameter.node)
        guard let location = Parameter.Location(rawValue: parameter.location) else {
            diagnostics.error(
                .unsupportedOperation, "parameters in `\(parameter.location)` are not supported",
                at: parameter.node.place)
            return nil
        }
        // OpenAPI says that these header parameters "shall be ignored", because other parts of the description define
        // them.
        if location == .header, ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) {
            let isCredential = parameter.name.lowercased() == "authorization"
            diagnostics.report(
                Diagnostic(
                    .ignoredHeader, .note, "OpenAPI ignores a header parameter with the name `\(parameter.name)`",
                    at: parameter.node.place,
                    help: isCredential ? "describe a security scheme" : "the media types of the bodies say the same"))
            return nil
        }
        let content = parameter.content.first
        guard let schema = parameter.schema ?? content?.object.schema else { return nil }
        let conjunction = Conjunction([schema])
        let names = namePath(
            of: parameter.node, "parameter", isShared: isShared, else: [id, parameter.name],
            [PartSchema(schema: schema)])
        if !schema.isReference, let text = parameter.description, !text.isEmpty {
            schemas.parameterTexts[schema.node] = text
        }
        let type = schemas.lowerSchema([schema], path: names)
        var result = Parameter(
            name: parameter.name, explicitName: parameter.node[.swiftName]?.string,
            location: location, style: Self.defaultStyle(location), explode: false,
            isRequired: parameter.isRequired || location == .path, isDeprecated: parameter.isDeprecated,
            documentation: parameter.description ?? schemas.documentation(ofValue: schema), type: type,
            defaultValue: schemas.defaultValue(of: conjunction, constant: nil), origin: parameter.node.origin)
        if result.defaultValue == .null { result.defaultValue = nil }
        if let content {
            describe(&result, by: content, conjunction)
        } else if location == .querystring {
            diagnostics.error(
                .unsupportedStyle, "a parameter in `querystring` must have `content`, not `schema`",
                at: parameter.node.place)
        } else if parameter.style == nil, hasNesting([schema]),
            location == .path || location == .header || parameter.explode == false || !hasListsOnly([schema])
        {
            result.contentType = "application/json"
            diagnostics.report(
                Diagnostic(
                    .undefinedStyle, .note,
                    "OpenAPI does not define how nested arrays and objects are written here; the value is written as JSON",
                    at: parameter.node.place, help: "write `content` with `application/json`, which has the same result"
                ))
        } else {
            let style = parameter.style.flatMap(Parameter.Style.init(rawValue:))
            if let style { result.style = style }
            result.explode = parameter.explode ?? [.form, .cookie, .deepObject].contains(result.style)
            // Allowed in paths since 3.2.
            result.allowReserved =
                parameter.allowsReserved && (location == .query || location == .path && document.version >= .v3_2)
            checkStyle(of: result, [schema], at: parameter.node["style"]?.place ?? parameter.node.place)
        }
        return result
    }

    private static func defaultStyle(_ location: Parameter.Location) -> Parameter.Style {
        switch location {
        case .path, .header: .simple
        case .query, .querystring, .cookie: .form
        }
    }

    /// Lowers a parameter with `content`: JSON or plain text instead of a style.
    private mutating func describe(
        _ parameter: inout Parameter, by content: (name: String, object: MediaTypeObject),
        _ conjunction: Conjunction
    ) {
        switch (MediaForm(content.name), parameter.location) {
        case (.json, _): parameter.contentType = content.name
        case (.form, .querystring):
            parameter.contentType = content.name
            parameter.encodings = propertyEncodings(of: content.object, in: conjunction)
        case (.text, _) where conjunction.kinds == [.string]: parameter.explode = parameter.style == .form
        default:
            diagnostics.error(
                .unsupportedStyle,
                "a parameter in `\(parameter.location.rawValue)` cannot be written as `\(content.name)`",
                at: content.object.node.place, help: "use `application/json`")
        }
    }

    // MARK: Styles

    /// Reports a style that does not define how to write the values (OpenAPI 3.1, "Style Examples").
    private mutating func checkStyle(of parameter: Parameter, _ schemas: [Schema], at place: Place) {
        let style = parameter.style
        reportNesting(of: schemas, name: parameter.name, style: style, explode: parameter.explode, place: place)
        let kinds = Conjunction(schemas).kinds?.subtracting(.null)
        let undefined: (spelling: String, help: String)?
        switch style {
        case .deepObject where kinds.map { !$0.isSubset(of: [.object]) } ?? false:
            let spelling =
                kinds == .array
                ? "`\(parameter.name)[0]=…` for an element of an array" : "`\(parameter.name)=…` for a scalar"
            undefined = (spelling, "describe an object, or write `style: form` if that is what the server reads")
        case .deepObject where !parameter.explode:
            undefined = ("`\(parameter.name)[member]=…`", "remove `explode: false`")
        case .spaceDelimited, .pipeDelimited:
            let isList = kinds.map { !$0.isDisjoint(with: [.array, .object]) } ?? true
            undefined = parameter.explode || !isList ? ("`form`", "add `explode: false`, or write `style: form`") : nil
        default: undefined = nil
        }
        guard let undefined else { return }
        diagnostics.report(
            Diagnostic(
                .undefinedStyle, .note,
                "OpenAPI does not define `style: \(style.rawValue)` here; the value is written as \(undefined.spelling)",
                at: place,
                help: undefined.help))
    }
}
