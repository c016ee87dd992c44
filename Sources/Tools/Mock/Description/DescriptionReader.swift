import ApusClient
import ApusModels
import ApusOpenAPI
import ApusServer
import ApusYAMLSource

/// Reads what a mock needs from a description.
struct DescriptionReader {
    let document: Document
    private var requests: SchemaTranslation
    private var responses: SchemaTranslation

    static func read(_ document: Document, seed: UInt64) throws -> MockDescription {
        var reader = DescriptionReader(document)
        let outlines = document.paths.flatMap { path, item in
            item.operations.map { reader.outline($0.method, path, $0.operation, of: item) }
        }
        let requests = try SchemaSet(reader.requests.definitions, seed: seed)
        let responses = try SchemaSet(reader.responses.definitions, seed: seed)
        return MockDescription(
            title: document.info.title, basePaths: Self.basePaths(of: document.servers),
            operations: outlines.map { $0.operation(with: requests) }, security: reader.securitySchemes,
            requests: requests, responses: responses)
    }

    private init(_ document: Document) {
        self.document = document
        requests = SchemaTranslation(document: document, isRequest: true)
        responses = SchemaTranslation(document: document, isRequest: false)
    }

    /// Returns the paths of servers, with the defaults of their variables. A mock also answers without them.
    private static func basePaths(of servers: [ServerObject]) -> [String] {
        var paths: [String] = []
        for server in servers {
            var url = server.url
            for variable in server.variables {
                url = url.replacing("{\(variable.name)}", with: variable.object.defaultValue)
            }
            if let host = url.firstRange(of: "//") { url = String(url[host.upperBound...].drop { $0 != "/" }) }
            let path = url.split(separator: "/").map { "/" + $0 }.joined()
            if !paths.contains(path), !path.contains("{") { paths.append(path) }
        }
        return paths.contains("") ? paths : paths + [""]
    }

    // MARK: Operations

    private mutating func outline(
        _ method: String, _ path: String, _ operation: OperationObject, of item: PathItemObject
    ) -> OperationOutline {
        var outline = OperationOutline(
            id: operation.operationID ?? "\(method) \(path)", method: method, path: path,
            security: security(operation.security ?? document.security ?? []))
        let servers = operation.servers.isEmpty ? item.servers : operation.servers
        if !servers.isEmpty { outline.basePaths = Self.basePaths(of: servers) }
        let own = operation.parameters
        let shared = item.parameters.filter { parameter in
            !own.contains { $0.name == parameter.name && $0.location == parameter.location }
        }
        for parameter in shared + own { add(parameter, to: &outline) }
        if let body = operation.requestBody {
            outline.isBodyRequired = body.isRequired
            for (name, content) in body.content {
                outline.bodies.append(
                    RequestBodyOutline(
                        mediaType: name, schema: requestSchema(of: content, name), encodings: encodings(of: content)))
            }
        }
        outline.responses = operation.responses.map { response($0.name, $0.object) }
        return outline
    }

    private mutating func add(_ parameter: ParameterObject, to outline: inout OperationOutline) {
        // These have a meaning of their own (OpenAPI Specification, "Parameter Object").
        if parameter.location == "header",
            ["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
        {
            return
        }
        let places: [String: ServerRefusal.Problem.Place] = [
            "path": .path, "query": .query, "header": .header, "cookie": .cookie,
        ]
        guard let place = places[parameter.location] else { return }
        let content = parameter.content.first
        let isJSON = content.map { MediaType($0.name)?.isJSON == true } ?? false
        guard let schema = parameter.schema ?? content?.object.schema else { return }
        let style =
            parameter.style.flatMap(ParameterStyle.init) ?? (place == .path || place == .header ? .simple : .form)
        outline.parameters.append(
            OperationOutline.Parameter(
                place: place, name: parameter.name, style: style,
                explode: parameter.explode ?? (style == .form || style == .deepObject),
                allowReserved: parameter.allowsReserved, isJSON: isJSON,
                isRequired: parameter.isRequired || place == .path, schema: requests.define(schema)))
    }

    /// Returns the name of the schema of a body, or of a single value in a sequence: `itemSchema`, or the items of an
    /// array, or the schema itself, as in descriptions before 3.2.
    private mutating func requestSchema(of content: MediaTypeObject, _ name: String) -> String? {
        let isSequence = MediaType(name)?.jsonFraming != nil
        if isSequence, let item = content.itemSchema { return requests.define(item) }
        guard let schema = content.schema else { return nil }
        let target = schema.target ?? schema
        if isSequence, target.types == ["array"], let items = target.subschema(.items) { return requests.define(items) }
        return requests.define(schema)
    }

    private func encodings(of content: MediaTypeObject) -> JSONObject {
        let fields: Set = ["contentType", "style", "explode", "allowReserved"]
        let members = content.encoding.map { name, encoding -> (String, JSONValue) in
            let kept = encoding.node.entries.filter { fields.contains($0.key) }
            return (name, .object(JSONObject(kept.map { ($0.key, $0.value.json) })))
        }
        return JSONObject(members)
    }

    // MARK: Responses

    private mutating func response(_ status: String, _ response: ResponseObject) -> MockResponse {
        var contents: [MockContent] = []
        for (name, object) in response.content { contents.append(content(name, object)) }
        var headers: [MockResponse.Header] = []
        for (name, object) in response.headers where name.lowercased() != "content-type" {
            guard let schema = object.schema else { continue }
            headers.append(.init(name: name, schema: responses.define(schema), isRequired: object.isRequired))
        }
        return MockResponse(status: status, contents: contents, headers: headers)
    }

    private mutating func content(_ name: String, _ object: MediaTypeObject) -> MockContent {
        let type = MediaType(name)
        let essence = type?.essence ?? name
        let coding: MockContent.Coding =
            if essence == "text/event-stream" {
                .events
            } else if type?.jsonFraming != nil {
                .lines
            } else if type?.isJSON == true || essence == "*/*" || essence == "application/*" {
                .json
            } else if essence == "application/x-www-form-urlencoded" {
                .form
            } else if essence.hasPrefix("text/") || essence.hasSuffix("xml") {
                .text
            } else {
                .bytes
            }
        let schema = (object.itemSchema ?? object.schema).map { responses.define($0) }
        return MockContent(mediaType: name, coding: coding, schema: schema, examples: examples(of: object))
    }

    private func examples(of object: MediaTypeObject) -> [(name: String, value: JSONValue)] {
        var examples: [(name: String, value: JSONValue)] = []
        for entry in object.node["examples"].flatMap(document.content)?.entries.map({ $0 }) ?? [] {
            guard let example = document.resolve(entry.value) else { continue }
            if let value = example["value"] ?? example["dataValue"] { examples.append((entry.key, value.json)) }
        }
        if let example = object.node["example"] { examples.append(("", example.json)) }
        return examples
    }

    // MARK: Security

    private var securitySchemes: [ServerSecurityScheme] {
        document.components.securitySchemes.compactMap { name, scheme in
            switch scheme.type {
            case "apiKey":
                switch scheme.location {
                case "header": return .apiKey(name, in: .header, name: scheme.name) { _, _ in true }
                case "query": return .apiKey(name, in: .query, name: scheme.name) { _, _ in true }
                case "cookie": return .apiKey(name, in: .cookie, name: scheme.name) { _, _ in true }
                default: return nil
                }
            case "http":
                switch scheme.scheme.lowercased() {
                case "bearer": return .bearer(name) { _, _ in true }
                case "basic": return .basic(name) { _, _ in true }
                default: return .authorization(name, scheme: scheme.scheme) { _, _ in true }
                }
            case "oauth2", "openIdConnect": return .bearer(name) { _, _ in true }
            // A connection says nothing about certificates here.
            default: return nil
            }
        }
    }

    private func security(_ requirements: [SecurityRequirementObject]) -> [[ServerOperation.SecurityRequirement]] {
        let known = Set(
            document.components.securitySchemes.filter { $0.object.type != "mutualTLS" }.map(\.name))
        return requirements.map { requirement in
            requirement.schemes.filter { known.contains($0.name) }.map { .init($0.name, scopes: $0.scopes) }
        }
    }
}

/// An operation whose schemas have names, but are not all known yet.
private struct OperationOutline {
    struct Parameter {
        var place: ServerRefusal.Problem.Place
        var name: String
        var style: ParameterStyle
        var explode: Bool
        var allowReserved: Bool
        var isJSON: Bool
        var isRequired: Bool
        var schema: String
    }

    var id: String
    var method: String
    var path: String
    var basePaths: [String]?
    var security: [[ServerOperation.SecurityRequirement]]
    var parameters: [Parameter] = []
    var bodies: [RequestBodyOutline] = []
    var isBodyRequired = false
    var responses: [MockResponse] = []

    func operation(with schemas: SchemaSet) -> MockOperation {
        MockOperation(
            id: id, method: method, path: path, basePaths: basePaths,
            parameters: parameters.map { parameter in
                SchemaParameter(
                    place: parameter.place, name: parameter.name, style: parameter.style, explode: parameter.explode,
                    allowReserved: parameter.allowReserved, isJSON: parameter.isJSON,
                    isRequired: parameter.isRequired, value: schemas.reading(parameter.schema))
            },
            parameterSchemas: parameters.map(\.schema),
            bodies: bodies.map { $0.content(with: schemas) },
            bodySchemas: bodies.map(\.schema), isBodyRequired: isBodyRequired, responses: responses, security: security)
    }
}
