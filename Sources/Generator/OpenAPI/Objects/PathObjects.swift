import ApusYAMLSource

/// The Path Item Object: the operations of a path.
public struct PathItemObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// The methods with a field of their own, in the specification's order.
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// The item's own node, and the target of its `$ref`, if it has one.
    private var nodes: [Node] {
        guard node[.reference] != nil else { return [node] }
        return [node, document.resolve(node)].compactMap { $0 }
    }

    /// The operations in document order, with their methods in upper case.
    public var operations: [(method: String, operation: OperationObject)] {
        var result: [(method: String, operation: OperationObject)] = []
        for node in nodes {
            for entry in node.entries {
                if Self.methods.contains(entry.key) {
                    guard let operation: OperationObject = document.object(entry.value) else { continue }
                    result.append((entry.key.uppercased(), operation))
                } else if entry.key == "additionalOperations" {
                    for (name, operation) in document.namedObjects(in: entry.value) as [(String, OperationObject)] {
                        result.append((name, operation))
                    }
                }
            }
        }
        return result
    }

    /// A summary of all operations of the path.
    public var summary: String? { text("summary") }

    public var parameters: [ParameterObject] {
        nodes.flatMap { document.objects(in: $0[.parameters]) as [ParameterObject] }
    }
    public var servers: [ServerObject] { nodes.flatMap { document.objects(in: $0["servers"]) as [ServerObject] } }
}

/// The Operation Object.
public struct OperationObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var operationID: String? { text("operationId") }
    public var summary: String? { text("summary") }
    public var isDeprecated: Bool { flag(.deprecated) }
    public var tags: [String] { document.content(of: node["tags"])?.elements.map(\.text) ?? [] }
    public var parameters: [ParameterObject] { document.objects(in: node[.parameters]) }
    public var requestBody: RequestBodyObject? { document.object(node["requestBody"]) }
    /// The responses by status: a code, a range such as `4XX`, or `default`.
    public var responses: [(name: String, object: ResponseObject)] {
        let responses: [(name: String, object: ResponseObject)] = document.namedObjects(
            in: node["responses"].flatMap(document.resolve))
        return responses.map { (ResponseStatus.spelling(of: $0.name) ?? $0.name, $0.object) }
    }
    /// The operation's own security requirements, or `nil` if those of the description apply.
    public var security: [SecurityRequirementObject]? { node["security"].map { document.objects(in: $0) } }
    public var servers: [ServerObject] { document.objects(in: node["servers"]) }

    /// The requests that the API may send: the name of the callback, the runtime expression of the URL, and the path
    /// item.
    public var callbacks: [(name: String, expression: String, item: PathItemObject)] {
        (document.content(of: node["callbacks"])?.entries.map { $0 } ?? []).flatMap {
            entry -> [(String, String, PathItemObject)] in
            guard let callback = document.resolve(entry.value) else { return [] }
            return callback.entries.compactMap { path in
                path.key.hasPrefix("x-")
                    ? nil : (entry.key, path.key, PathItemObject(node: path.value, document: document))
            }
        }
    }
}
