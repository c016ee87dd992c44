import ApusYAMLSource

/// Link Object: an operation that a response gives the parameters of.
public struct Link: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var operationID: String? { text("operationId") }
    /// Where the operation stands: a JSON Pointer in this or another description.
    public var operationReference: String? { text("operationRef") }
    /// The names of the operation's parameters, with constants or runtime expressions.
    public var parameters: [(name: String, value: Node)] {
        node[.parameters]?.entries.map { ($0.key, $0.value) } ?? []
    }
    /// The body: a constant or a runtime expression.
    public var requestBody: Node? { node["requestBody"] }
}
