import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

// Bodies of elements that arrive one at a time (OpenAPI 3.2, "Sequential Media Types").
extension OperationLowering {
    /// The type of an element: `itemSchema`, or the items of an array, or the schema itself, as in descriptions before
    /// 3.2.
    mutating func elementType(of media: MediaTypeObject, path: NamePath) -> TypeUse {
        if let item = media.itemSchema { return schemas.lowerSchema([item], path: path) }
        guard let schema = media.schema else { return TypeUse(.any, origin: media.node.origin) }
        let conjunction = Conjunction([schema])
        let items = conjunction.parts.compactMap { $0.subschema(.items) }
        return schemas.lowerSchema(conjunction.kinds == [.array] && !items.isEmpty ? items : [schema], path: path)
    }

    /// Lowers events with JSON or text as data. An `itemSchema` describes the event. If its data has a schema, the data
    /// alone is the value.
    mutating func eventsCoding(_ media: MediaTypeObject, path: NamePath) -> Content.Coding {
        let end = media.specificationExtension("x-apus-stream-end")
        if let end, end.string == nil {
            diagnostics.error(
                .invalidExtension, "`x-apus-stream-end` must be the data of the last event, a string", at: end.place)
        }
        if let item = media.itemSchema {
            let data = Conjunction([item]).properties.first { $0.name == "data" }
            if let content = data?.schemas.lazy.compactMap({ $0.subschema(.contentSchema) }).first {
                return .events(schemas.lowerSchema([content], path: path), .data, end: end?.string)
            }
            return .events(schemas.lowerSchema([item], path: path), .event, end: end?.string)
        }
        let use = elementType(of: media, path: path)
        if case .any = use.type, media.schema == nil {
            return .events(TypeUse(.string(format: nil), origin: use.origin), .text, end: end?.string)
        }
        if case .string = use.type { return .events(use, .text, end: end?.string) }
        return .events(use, .data, end: end?.string)
    }
}
