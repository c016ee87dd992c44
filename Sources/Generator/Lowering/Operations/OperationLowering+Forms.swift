import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Forms and multipart bodies.
extension OperationLowering {
    mutating func formCoding(_ media: MediaTypeObject, path: NamePath) -> Content.Coding? {
        guard let schema = media.schema else { return .form(TypeUse(.any, origin: media.node.origin), []) }
        let conjunction = Conjunction([schema])
        if let kinds = conjunction.kinds, !kinds.contains(.object) {
            diagnostics.error(
                .unsupportedOperation, "the schema of a form must be an object, because its fields have names",
                at: schema.node.place,
                help: "describe the fields by `type: object` and `properties`")
            return nil
        }
        let encodings = propertyEncodings(of: media, in: conjunction)
        return .form(schemas.lowerSchema([schema], path: path), encodings)
    }

    /// Parts by the properties of an object, or a list of parts for any other schema. Received parts have types only if
    /// the schema is one object: in a union, a part of one name could have several types.
    mutating func multipartCoding(
        _ media: MediaTypeObject, name: String, _ direction: BodyDirection, path: NamePath
    ) -> Content.Coding {
        let conjunction = media.schema.map { Conjunction([$0]) }
        let isObject = conjunction.map { $0.kinds?.contains(.object) ?? isStructured(media.schema) } ?? false
        let isOne = conjunction.map { !$0.properties.isEmpty && !$0.has(.oneOf) && !$0.has(.anyOf) } ?? false
        guard let schema = media.schema, let conjunction, isObject,
            direction == .request || direction == .response && isOne
        else {
            if isStructured(media.schema) || !media.positional.isEmpty {
                diagnostics.reportPartsWithoutTypes(of: name, at: (media.positional.first ?? media.node).place)
            }
            return .multipart(nil, [])
        }
        var encodings = propertyEncodings(of: media, in: conjunction)
        if direction == .request { addContentTypes(of: conjunction, to: &encodings) }
        for (property, encoding) in media.encoding where !encoding.headers.isEmpty {
            if direction == .response, let index = encodings.firstIndex(where: { $0.property == property }) {
                encodings[index].headers = encoding.headers.compactMap { name, header in
                    lowerHeader(header, name: name, path: path.appending(property).appending(name))
                }
                continue
            }
            diagnostics.report(
                Diagnostic(
                    .partsWithoutTypes, .note,
                    "the header fields of `\(property)` have no types: they are sent only with a file",
                    at: encoding.node.place))
        }
        return .multipart(schemas.lowerSchema([schema], path: path), encodings)
    }

    /// A file has the media type of `contentMediaType` unless `encoding` sets another (OpenAPI 3.1, "Encoding Object").
    private func addContentTypes(of conjunction: Conjunction, to encodings: inout [PropertyEncoding]) {
        for property in conjunction.properties {
            // An array can contain itself.
            var visited: Set<Node> = []
            var value = Conjunction(property.schemas)
            while case let items = value.parts.compactMap({ $0.subschema(.items) }), !items.isEmpty,
                visited.insert(items[0].node).inserted
            {
                value = Conjunction(items)
            }
            guard !value.has(.contentEncoding), let type = value.parts.lazy.compactMap(\.contentMediaType).first,
                MediaForm.isBinary(type), type.lowercased() != "application/octet-stream"
            else { continue }
            if let index = encodings.firstIndex(where: { $0.property == property.name }) {
                if encodings[index].contentType == nil { encodings[index].contentType = type }
            } else {
                encodings.append(PropertyEncoding(property: property.name, contentType: type))
            }
        }
    }
}
