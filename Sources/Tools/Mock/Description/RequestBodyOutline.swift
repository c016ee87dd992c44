import ApusClient
import ApusModels
import ApusServer

/// A request body in one media type, before all schemas of the description are known.
struct RequestBodyOutline {
    let mediaType: String
    /// The name of the schema, or `nil` for any value. In a sequence, it is the schema of a single value.
    let schema: String?
    /// The Encoding Objects by the names of members.
    let encodings: JSONObject

    func content(with schemas: SchemaSet) -> SchemaContent {
        SchemaContent(mediaType: mediaType, coding: coding(schemas), value: schemas.reading(schema))
    }

    private func coding(_ schemas: SchemaSet) -> SchemaContent.Coding {
        guard let type = MediaType(mediaType) else { return .bytes }
        if let framing = type.jsonFraming { return .elements(framing) }
        if type.isJSON { return .json }
        switch type.essence {
        case "application/x-www-form-urlencoded":
            return .form(encodings: encodings.isEmpty ? nil : try? JSON.encode(JSONValue.object(encodings)))
        case "multipart/form-data": return .multipart(parts(schemas))
        // A structure in any media type is JSON.
        case "*/*", "application/*": return isStructured(schemas) ? .json : .bytes
        case "text/event-stream", "text/xml", "text/*": return .bytes
        default: return type.type == "text" ? .text : .bytes
        }
    }

    /// Whether the schema describes values that are not strings.
    private func isStructured(_ schemas: SchemaSet) -> Bool {
        guard let types = schema.flatMap({ schemas.definitions[$0] }).flatMap({ schemas.merged($0) })?.likelyTypes
        else {
            return false
        }
        return !types.isEmpty && !types.contains("string")
    }

    // MARK: Parts

    private func parts(_ schemas: SchemaSet) -> [DescribedPart] {
        guard let merged = schema.flatMap({ schemas.definitions[$0] }).flatMap({ schemas.merged($0) }) else {
            return []
        }
        return merged.properties.map { name, schema in
            let contentType = encodings[name]?["contentType"]?.string
            return .optional(name, form(of: schema, contentType, schemas), contentType: contentType)
        }
    }

    /// The defaults are those of OpenAPI's Encoding Object.
    private func form(
        of schema: JSONValue, _ contentType: String?, _ schemas: SchemaSet, levels: Int = 3
    ) -> DescribedPart.Form {
        if let type = MediaType.list(contentType).first.flatMap(MediaType.init), type.type != "*" {
            return type.isJSON ? .json : type.type == "text" ? .text : .file
        }
        guard levels > 0, let merged = schemas.merged(schema) else { return .text }
        if merged["format"] == "binary" { return .file }
        let types = merged.likelyTypes
        if types.contains("object") { return .json }
        if types.contains("array") { return form(of: merged["items"] ?? true, nil, schemas, levels: levels - 1) }
        return types.isEmpty && merged.values == nil ? .file : .text
    }
}

extension MediaType {
    /// The framing of consecutive JSON values, or `nil` for other media types.
    var jsonFraming: JSONFraming? {
        switch essence {
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-ndjson",
            "application/ndjson":
            .lines
        case "application/json-seq", "application/geo+json-seq": .textSequence
        default: nil
        }
    }
}
