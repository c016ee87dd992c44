import ApusByteText
import ApusDiagnostics
import ApusYAMLSource

// Checks the rules of the specification beyond the types of fields.
extension Checker {
    mutating func checkRules(of node: Node, kind: ObjectKind) {
        switch kind {
        case .document: checkContainers(node)
        case .components: checkComponentNames(node)
        case .server: checkServer(node)
        case .paths: checkPaths(node)
        case .pathItem: checkPathItem(node)
        case .operation: checkOperation(node)
        case .parameter: checkParameter(node)
        case .header:
            exclude("example", "examples", in: node, .warning)
            exclude("schema", "content", in: node)
            checkMediaTypes(node)
        case .mediaType, .encoding:
            exclude("encoding", "prefixEncoding", in: node)
            exclude("encoding", "itemEncoding", in: node)
        case .example: checkExample(node)
        case .xml:
            exclude("attribute", "nodeType", in: node)
            exclude("wrapped", "nodeType", in: node)
        case .requestBody: checkMediaTypes(node)
        case .response:
            checkHeaderNames(node)
            checkMediaTypes(node)
        case .link: checkLink(node)
        case .securityScheme: checkSecurityScheme(node)
        default: return
        }
    }

    private mutating func exclude(
        _ first: String, _ second: String, in node: Node, _ severity: Severity = .error
    ) {
        guard let one = key(first, in: node), let other = key(second, in: node) else { return }
        diagnostics.report(
            Diagnostic(
                .conflictingFields, severity, "`\(first)` and `\(second)` exclude each other", at: other.place,
                notes: [.init("`\(first)` is here", at: one.place)]))
    }

    /// Returns the node of a field's name, if the object has the field.
    private func key(_ name: String, in node: Node) -> Node? {
        node[name] == nil ? nil : node.entries.first { $0.key == name }?.keyNode
    }

    private mutating func checkContainers(_ node: Node) {
        if version == .v3_0 {
            if node["paths"] == nil {
                diagnostics.error(.missingField, "the OpenAPI Object has no `paths`", at: node.place)
            }
        } else if node["paths"] == nil, node["components"] == nil, node["webhooks"] == nil {
            diagnostics.error(
                .missingField, "the description has neither `paths` nor `components` nor `webhooks`", at: node.place)
        }
    }

    private mutating func checkExample(_ node: Node) {
        exclude("value", "externalValue", in: node)
        exclude("value", "dataValue", in: node)
        exclude("value", "serializedValue", in: node)
        exclude("serializedValue", "externalValue", in: node)
    }

    private mutating func checkSecurityScheme(_ node: Node) {
        let needed: [String]
        switch node[.type]?.text {
        case "apiKey": needed = ["name", "in"]
        case "http": needed = ["scheme"]
        case "oauth2": needed = ["flows"]
        case "openIdConnect": needed = ["openIdConnectUrl"]
        default: needed = []
        }
        // These URLs are documentation: generated code takes tokens from its caller.
        let severity: Severity = ["flows", "openIdConnectUrl"].contains(needed.first) ? .warning : .error
        for name in needed where node[name] == nil {
            diagnostics.report(
                Diagnostic(
                    .missingField, severity, "a security scheme of type `\(node[.type]?.text ?? "")` needs `\(name)`",
                    at: node.place))
        }
    }

    // MARK: Operations

    private mutating func checkOperation(_ node: Node) {
        if let id = node["operationId"] {
            if let first = operationIDs[id.text] {
                diagnostics.error(
                    .duplicateOperationID, "the operationId `\(id.text)` is used twice", at: id.place,
                    notes: [.init("first used here", at: first.place)])
            } else {
                operationIDs[id.text] = id
            }
        }
        checkParameterList(node[.parameters])
    }

    private mutating func checkLink(_ node: Node) {
        exclude("operationRef", "operationId", in: node)
        if let id = node["operationId"] { linkedOperations.append(id) }
    }

    /// Reports links to operations that the description does not have.
    mutating func checkLinkedOperations() {
        for id in linkedOperations where operationIDs[id.text] == nil {
            diagnostics.warning(
                .unknownOperation, "there is no operation `\(id.text)`", at: id.place,
                help: suggestion(for: id.text, among: operationIDs.keys.sorted()))
        }
    }

    private mutating func checkPathItem(_ node: Node) {
        checkParameterList(node[.parameters])
        guard let more = node["additionalOperations"] else { return }
        for entry in more.entries where PathItemObject.methods.contains(entry.key.lowercased()) {
            diagnostics.error(
                .conflictingFields, "`\(entry.key)` is a field of the Path Item Object", at: entry.keyNode.place,
                help: "write it as `\(entry.key.lowercased())` beside `additionalOperations`")
        }
    }

    private mutating func checkParameterList(_ list: Node?) {
        guard let list = content(of: list) else { return }
        checkRepetition(in: list)
        let whole = list.elements.filter { $0[.location]?.text == "querystring" }
        guard let first = whole.first else { return }
        let other = whole.dropFirst().first ?? list.elements.first { $0[.location]?.text == "query" }
        guard let other else { return }
        diagnostics.error(
            .conflictingFields,
            "a `querystring` parameter is the whole query, so other query parameters are not allowed",
            at: other.place, notes: [.init("the `querystring` parameter is here", at: first.place)])
    }

    // MARK: Parameters

    private mutating func checkParameter(_ node: Node) {
        exclude("example", "examples", in: node, .warning)
        exclude("schema", "content", in: node)
        let location = node[.location]?.text ?? ""
        if node[.schema] == nil, node[.content] == nil {
            diagnostics.error(.missingField, "a parameter needs `schema` or `content`", at: node.place)
        }
        if location == "querystring" {
            for name in ["schema", "style", "explode", "allowReserved"] {
                guard let field = key(name, in: node) else { continue }
                diagnostics.error(
                    .conflictingFields, "a `querystring` parameter must have `content`, not `\(name)`", at: field.place)
            }
        }
        if location == "path", node[.required]?.boolean != true {
            diagnostics.warning(
                .missingField, "a path parameter must be required", at: node.place, help: "add `required: true`")
        }
        checkStyle(of: node, location: location)
        checkMediaTypes(node)
        guard let name = node[.name] else { return }
        if location == "header", !isToken(name.text) {
            diagnostics.error(.invalidName, "`\(name.text)` is not a valid name for a header", at: name.place)
        }
        if location == "path", name.text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
            let bare = name.text.filter { $0 != "{" && $0 != "}" }
            diagnostics.error(
                .invalidName, "the name of a path parameter must not have braces", at: name.place,
                help: bare.isEmpty ? nil : "write `\(bare)`")
        }
    }

    private mutating func checkStyle(of node: Node, location: String) {
        let styles: [String]
        switch location {
        case "path": styles = ["matrix", "label", "simple"]
        case "query": styles = ["form", "spaceDelimited", "pipeDelimited", "deepObject"]
        case "header": styles = ["simple"]
        case "cookie": styles = version >= .v3_2 ? ["form", "cookie"] : ["form"]
        default: return
        }
        if let style = node["style"], !styles.contains(style.text) {
            diagnostics.error(
                .invalidValue, "a parameter in `\(location)` cannot have the style `\(style.text)`", at: style.place,
                label: "one of \(styles.joined(separator: ", "))")
        }
        guard let reserved = node["allowReserved"], reserved.boolean == true || version >= .v3_1 else { return }
        reportReserved(reserved, location: location)
    }

    /// Reports an `allowReserved` without effect, with the encoding that is used.
    private mutating func reportReserved(_ node: Node, location: String) {
        let (place, result): (String, String)
        switch location {
        case "path" where version < .v3_2:
            (place, result) = ("in a path before OpenAPI 3.2", "reserved characters are sent percent-encoded")
        case "cookie": (place, result) = ("in a cookie", "reserved characters are sent percent-encoded")
        case "header":
            (place, result) = (
                "in a header field", "the value is sent unchanged, because header fields are not percent-encoded"
            )
        default: return
        }
        diagnostics.report(
            Diagnostic(
                .undefinedStyle, .note, "`allowReserved` has no effect \(place); \(result)", at: node.place,
                help: "remove `allowReserved`"))
    }
}
