import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// The direction of a body.
enum BodyDirection {
    case request, response
    /// A response that is thrown as an error with its complete body.
    case failure
}

// Bodies: one content for each supported media type.
extension OperationLowering {
    mutating func lowerContents(
        _ media: [(name: String, object: MediaTypeObject)], _ direction: BodyDirection, path: NamePath
    ) -> [Content] {
        let json = media.first { MediaForm($0.name) == .json }
        let described = media.map { DescribedMediaType($0.name, $0.object) }
        var result: [Content] = []
        for (name, media) in media {
            if let json, isOpaque(media, name) || isPlainText(name) && isRepeated(media, by: json.object) {
                reportLeftOut(name, media, because: "`\(json.name)` is used, because its values have types")
                continue
            }
            let path = described.words(of: name).reduce(path) { $0.appending($1) }
            guard let content = lowerContent(media, name: name, direction, path: path) else { continue }
            // Sending the same JSON under another name makes no difference.
            if direction == .request, let twin = result.firstIndex(where: { $0.isSameJSON(as: content) }) {
                if name == "application/json" { result[twin] = content }
            } else {
                result.append(content)
            }
        }
        return result
    }

    /// Whether a schema describes values in a format that is received as bytes, such as XML.
    private func isOpaque(_ media: MediaTypeObject, _ name: String) -> Bool {
        switch MediaForm(name) {
        case .xml, .other: isStructured(media.schema)
        default: false
        }
    }

    private func isPlainText(_ name: String) -> Bool {
        MediaForm(name) == .text && name.lowercased().hasPrefix("text/plain")
    }

    /// Whether a text body repeats the structured schema of a JSON body. Some frameworks list `text/plain` with JSON
    /// for every response.
    private func isRepeated(_ text: MediaTypeObject, by json: MediaTypeObject) -> Bool {
        guard let schema = text.schema, schema.node.literal == json.schema?.node.literal else { return false }
        return isStructured(schema) || Conjunction([schema]).hasAny(of: [.enum, .const, .format])
    }

    /// Whether a schema describes more than text or bytes.
    func isStructured(_ schema: Schema?) -> Bool {
        guard let schema else { return false }
        let conjunction = Conjunction([schema])
        if let kinds = conjunction.kinds { return !kinds.contains(.string) }
        return conjunction.hasAny(of: [.properties, .items, .additionalProperties, .oneOf, .anyOf])
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
            if direction != .request { return content(.text(TypeUse(.string(format: nil), origin: media.node.origin))) }
            return formCoding(media, path: path).map(content)
        case .multipart: return content(multipartCoding(media, name: name, direction, path: path))
        case .events:
            return content(direction == .request ? .bytes : eventsCoding(media, path: path))
        case .jsonLines: return content(.elements(elementType(of: media, path: path), .lines))
        case .jsonSequence: return content(.elements(elementType(of: media, path: path), .textSequence))
        case .text: return content(textCoding(media, name: name, path: path))
        case .range:
            // A structure in `*/*` is JSON.
            if name.hasSuffix("*/*") || name.hasPrefix("application/"), isStructured(media.schema) {
                return content(.json(bodyType(of: media, path: path)))
            }
            let isText = name.hasPrefix("text/") && direction != .request
            return content(isText ? textCoding(media, name: name, path: path) : .bytes)
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

    private mutating func textCoding(_ media: MediaTypeObject, name: String, path: NamePath) -> Content.Coding {
        let any = TypeUse(.string(format: nil), origin: media.schema?.node.origin ?? media.node.origin)
        guard let schema = media.schema else { return .text(any) }
        if let use = schemas.lowerText(schema, path: path) { return .text(use) }
        diagnostics.report(
            Diagnostic(
                .mediaTypeAsBytes, .note, "bodies in `\(name)` are sent and received as text, which is not checked",
                at: media.node.place))
        return .text(any)
    }

    private mutating func bodyType(of media: MediaTypeObject, path: NamePath) -> TypeUse {
        media.schema.map { schemas.lowerSchema([$0], path: path) } ?? TypeUse(.any, origin: media.node.origin)
    }

    // MARK: Properties of forms

    /// Returns the settings of `encoding` for the properties of a body.
    mutating func propertyEncodings(
        of media: MediaTypeObject, in conjunction: Conjunction
    ) -> [PropertyEncoding] {
        let properties = conjunction.properties
        return media.encoding.map { name, encoding in
            let style = encoding.style.flatMap(Parameter.Style.init(rawValue:))
            if let property = properties.first(where: { $0.name == name }) {
                reportNesting(
                    of: property.schemas, name: name, style: style, explode: encoding.explode ?? (style == .form),
                    isBody: true, place: encoding.node.place)
            } else if !properties.isEmpty, !conjunction.has(.oneOf), !conjunction.has(.anyOf) {
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
}

extension Content {
    fileprivate func isSameJSON(as other: Content) -> Bool {
        guard case .json(let a) = coding, case .json(let b) = other.coding else { return false }
        return a.type == b.type && a.isNullable == b.isNullable
    }
}
