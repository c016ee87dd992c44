import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// Which way a body goes.
enum BodyDirection {
    case request, response
    /// A response that is thrown as an error, with its whole body.
    case failure
}

// Bodies: one content for each media type that generated code can read or write.
extension OperationLowering {
    mutating func lowerContents(
        _ media: [(name: String, object: MediaTypeObject)], _ direction: BodyDirection, path: NamePath
    ) -> [Content] {
        let json = media.first { MediaForm($0.name) == .json }?.name
        let described = media.map { DescribedMediaType($0.name, $0.object) }
        var result: [Content] = []
        for (name, media) in media {
            if let json, isOpaque(media, name) {
                reportLeftOut(name, media, because: "`\(json)` is used, because its values have types")
                continue
            }
            let path = described.words(of: name).reduce(path) { $0.appending($1) }
            guard let content = lowerContent(media, name: name, direction, path: path) else { continue }
            // To send the same JSON under another name makes no difference.
            if direction == .request, let twin = result.firstIndex(where: { $0.isSameJSON(as: content) }) {
                if name == "application/json" { result[twin] = content }
            } else {
                result.append(content)
            }
        }
        return result
    }

    /// Whether a schema describes values in a format that only their bytes are known of, such as XML.
    private func isOpaque(_ media: MediaTypeObject, _ name: String) -> Bool {
        switch MediaForm(name) {
        case .xml, .other: isStructured(media.schema)
        default: false
        }
    }

    /// Whether a schema asks for more than a text or bytes.
    func isStructured(_ schema: Schema?) -> Bool {
        guard let schema else { return false }
        let whole = Conjunction([schema])
        if let kinds = whole.kinds { return !kinds.contains(.string) }
        return whole.hasAny(of: [.properties, .items, .additionalProperties, .oneOf, .anyOf])
    }

    private mutating func reportLeftOut(_ name: String, _ media: MediaTypeObject, because reason: String) {
        diagnostics.report(
            Diagnostic(
                .mediaTypeLeftOut, .note, "the media type `\(name)` is left out: \(reason)", at: media.node.place))
    }

    private mutating func lowerContent(
        _ media: MediaTypeObject, name: String, _ direction: BodyDirection, path: NamePath
    ) -> Content? {
        func content(_ coding: Content.Coding) -> Content {
            Content(mediaType: name, coding: coding, origin: media.node.origin)
        }
        switch MediaForm(name) {
        case .json: return content(.json(bodyType(of: media, path: path)))
        case .form:
            if direction != .request { return content(.text) }
            return formCoding(media, path: path).map(content)
        case .multipart: return content(multipartCoding(media, name: name, direction, path: path))
        case .events:
            return content(direction == .request ? .bytes : eventsCoding(media, path: path))
        case .jsonLines: return content(.elements(elementType(of: media, path: path), .lines))
        case .jsonSequence: return content(.elements(elementType(of: media, path: path), .textSequence))
        case .text: return content(.text)
        case .range:
            // What servers call `*/*` and describe with a structure is JSON.
            if name.hasSuffix("*/*") || name.hasPrefix("application/"), isStructured(media.schema) {
                return content(.json(bodyType(of: media, path: path)))
            }
            return content(name.hasPrefix("text/") && direction != .request ? .text : .bytes)
        case .xml, .other:
            if isStructured(media.schema) {
                diagnostics.report(
                    Diagnostic(
                        .mediaTypeAsBytes, .note, "bodies in `\(name)` are sent and received as bytes",
                        at: media.node.place))
            }
            return content(.bytes)
        }
    }

    private mutating func bodyType(of media: MediaTypeObject, path: NamePath) -> TypeUse {
        media.schema.map { schemas.lowerSchema([$0], path: path) } ?? TypeUse(.any, origin: media.node.origin)
    }

    // MARK: Properties of forms

    /// What `encoding` says about the properties of a body.
    mutating func propertyEncodings(
        of media: MediaTypeObject, in whole: Conjunction
    ) -> [PropertyEncoding] {
        let properties = whole.properties
        return media.encoding.map { name, encoding in
            let style = encoding.style.flatMap(Parameter.Style.init(rawValue:))
            if let property = properties.first(where: { $0.name == name }) {
                reportNesting(
                    of: property.schemas, name: name, style: style, isBody: true, place: encoding.node.place)
            } else if !properties.isEmpty, !whole.has(.oneOf), !whole.has(.anyOf) {
                diagnostics.warning(
                    .undeclaredProperty, "`encoding` names `\(name)`, which `properties` does not have",
                    at: encoding.node.place,
                    help: suggestion(for: name, among: properties.map(\.name)))
            }
            return PropertyEncoding(
                property: name, contentType: encoding.contentType, style: style, explode: encoding.explode,
                allowReserved: encoding.allowsReserved)
        }
    }

    /// Says how arrays and objects within arrays and objects are written, which OpenAPI leaves open.
    ///
    /// - Parameter isBody: whether the value is a member of a body, where each element of `deepObject` has its position.
    mutating func reportNesting(
        of schemas: [Schema], name: String, style: Parameter.Style?, isBody: Bool = false, place: Place
    ) {
        guard let style, hasNesting(schemas) else { return }
        let spelling = style == .deepObject ? deepSpelling(of: schemas, name: name, isBody: isBody) : "JSON"
        diagnostics.report(
            Diagnostic(
                .undefinedStyle, .note,
                "OpenAPI does not define how `style: \(style.rawValue)` writes nested arrays and objects; they are written as \(spelling)",
                at: place, help: "if the server reads JSON, describe the value by `content` with `application/json`"))
    }

    /// How `deepObject` writes the first members that are arrays and objects themselves.
    private func deepSpelling(of schemas: [Schema], name: String, isBody: Bool) -> String {
        let whole = Conjunction(schemas)
        func member(_ kind: JSONKinds) -> String? {
            whole.properties.first { Conjunction($0.schemas).kinds?.subtracting(.null) == kind }?.name
        }
        if whole.kinds?.subtracting(.null) == .array { return "`\(name)[0][…]=…`" }
        let object = member(.object).map { "`\(name)[\($0)][…]=…`" }
        let list = member(.array).map { "`\(name)[\($0)]\(isBody ? "[0]" : "")=…` for each element" }
        let parts = [object, list].compactMap { $0 }
        return parts.isEmpty ? "`\(name)[…][…]=…`" : parts.joined(separator: " and ")
    }

    /// Whether there are arrays or objects within arrays or objects.
    func hasNesting(_ schemas: [Schema]) -> Bool {
        let whole = Conjunction(schemas)
        let others = [
            whole.parts.compactMap { $0.subschema(.items) },
            whole.parts.compactMap { $0.subschema(.additionalProperties) },
        ]
        return (whole.properties.map(\.schemas) + others.filter { !$0.isEmpty }).contains { isCompound($0) }
    }

    /// Whether every value but `null` is an array or an object.
    private func isCompound(_ schemas: [Schema]) -> Bool {
        guard let kinds = Conjunction(schemas).kinds?.subtracting(.null), !kinds.isEmpty else { return false }
        return kinds.isSubset(of: [.array, .object])
    }
}

extension Content {
    fileprivate func isSameJSON(as other: Content) -> Bool {
        guard case .json(let a) = coding, case .json(let b) = other.coding else { return false }
        return a.type == b.type && a.isNullable == b.isNullable
    }
}
