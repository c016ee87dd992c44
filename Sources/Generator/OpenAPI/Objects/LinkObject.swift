import ApusYAMLSource

/// The Link Object: an operation whose parameters come from a response.
public struct LinkObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var operationID: String? { text("operationId") }
    /// A reference to the operation: a JSON Pointer in this or another description.
    public var operationReference: String? { text("operationRef") }
    /// The operation's parameters by name, as constants or runtime expressions.
    public var parameters: [(name: String, value: Node)] {
        node[.parameters]?.entries.map { ($0.key, $0.value) } ?? []
    }
    /// The body, as a constant or a runtime expression.
    public var requestBody: Node? { node["requestBody"] }
}
