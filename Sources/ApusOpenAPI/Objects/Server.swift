import ApusYAMLSource

/// Server Object: where the API is served.
public struct Server: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// The URL, with `{variable}` where a variable goes.
    public var url: String { text("url") ?? "" }
    /// The names between braces in the URL, in their order.
    public var urlVariables: [String] { braced(in: url) }
    public var variables: [(name: String, object: ServerVariable)] { document.namedObjects(in: node["variables"]) }
}

/// Server Variable Object.
public struct ServerVariable: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var defaultValue: String { text(.default) ?? "" }
    /// The values allowed; empty if any is.
    public var values: [Node] { document.content(of: node[.enum]).map { Array($0.elements) } ?? [] }
}
