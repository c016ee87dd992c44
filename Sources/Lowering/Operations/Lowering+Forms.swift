import APIModel
import Diagnostics
import OpenAPI

// Bodies of named fields, and of parts.
extension Lowering {
    mutating func formCoding(_ media: OpenAPI.MediaType, path: NamePath) -> Content.Coding? {
        guard let schema = media.schema else { return .form(TypeUse(.any, origin: origin(of: media.node)), []) }
        let whole = Conjunction([schema], in: document)
        if let kinds = whole.kinds, !kinds.contains(.object) {
            diagnostics.error(
                .unsupportedOperation, "a form has named fields, so its schema must be an object", at: schema.node.place)
            return nil
        }
        let encodings = propertyEncodings(of: media, in: whole)
        return .form(typeUse([schema], path: path), encodings)
    }

    /// Parts by the properties of an object; for anything else, parts as they are put together.
    mutating func multipartCoding(
        _ media: OpenAPI.MediaType, name: String, _ direction: BodyDirection, path: NamePath
    ) -> Content.Coding {
        let whole = media.schema.map { Conjunction([$0], in: document) }
        let isObject = whole.map { $0.kinds?.contains(.object) ?? isStructured(media.schema) } ?? false
        guard direction == .request, let schema = media.schema, let whole, isObject else {
            if isStructured(media.schema) {
                diagnostics.report(
                    Diagnostic(
                        .partsWithoutTypes, .note, "the parts of bodies in `\(name)` are taken and given without types",
                        at: media.node.place))
            }
            return .multipart(nil, [])
        }
        for (property, encoding) in media.encoding where !encoding.headers.isEmpty {
            diagnostics.report(
                Diagnostic(
                    .partsWithoutTypes, .note,
                    "the header fields of `\(property)` have no types: they are given with a file, and else left out",
                    at: encoding.node.place))
        }
        let encodings = propertyEncodings(of: media, in: whole)
        return .multipart(typeUse([schema], path: path), encodings)
    }
}
