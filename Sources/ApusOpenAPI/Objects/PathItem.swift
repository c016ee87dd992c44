import ApusYAMLSource

/// Path Item Object: the operations of one path.
public struct PathItem: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// The methods that have a field of their own, in the specification's order.
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// The item's own node and, if it has a `$ref`, the one referred to.
    private var nodes: [Node] {
        guard node[.reference] != nil else { return [node] }
        return [node, document.resolve(node)].compactMap { $0 }
    }

    /// The operations with their methods in upper case, in the order of the description.
    public var operations: [(method: String, operation: Operation)] {
        var result: [(method: String, operation: Operation)] = []
        for node in nodes {
            for entry in node.entries {
                if Self.methods.contains(entry.key) {
                    result.append((entry.key.uppercased(), Operation(node: entry.value, document: document)))
                } else if entry.key == "additionalOperations" {
                    for operation in entry.value.entries {
                        result.append((operation.key, Operation(node: operation.value, document: document)))
                    }
                }
            }
        }
        return result
    }

    /// What is said of all operations of the path.
    public var summary: String? { text("summary") }

    public var parameters: [Parameter] { nodes.flatMap { document.objects(in: $0[.parameters]) as [Parameter] } }
    public var servers: [Server] { nodes.flatMap { document.objects(in: $0["servers"]) as [Server] } }
}

/// Operation Object.
public struct Operation: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var operationID: String? { text("operationId") }
    public var summary: String? { text("summary") }
    public var isDeprecated: Bool { flag(.deprecated) }
    public var tags: [String] { node["tags"]?.elements.map(\.text) ?? [] }
    public var parameters: [Parameter] { document.objects(in: node[.parameters]) }
    public var requestBody: RequestBody? { document.object(node["requestBody"]) }
    /// The responses by status: a code, a range such as `4XX`, or `default`.
    public var responses: [(name: String, object: Response)] { document.namedObjects(in: node["responses"]) }
    /// Security for this operation in place of the description's; `nil` if that applies.
    public var security: [SecurityRequirement]? { node["security"].map { document.objects(in: $0) } }
    public var servers: [Server] { document.objects(in: node["servers"]) }

    /// The requests that the API may send in turn: the callback's name, the runtime expression of the URL, and the item.
    public var callbacks: [(name: String, expression: String, item: PathItem)] {
        (node["callbacks"]?.entries.map { $0 } ?? []).flatMap { entry -> [(String, String, PathItem)] in
            guard let callback = document.resolve(entry.value) else { return [] }
            return callback.entries.compactMap { path in
                path.key.hasPrefix("x-") ? nil : (entry.key, path.key, PathItem(node: path.value, document: document))
            }
        }
    }
}
