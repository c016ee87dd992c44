import ApusYAMLSource

/// The Server Object: a base URL of the API.
public struct ServerObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// The URL template, with variables such as `{variable}`.
    public var url: String { text("url") ?? "" }
    /// The names of the variables in the URL template, in order.
    public var urlVariables: [String] { braced(in: url) }
    public var variables: [(name: String, object: ServerVariableObject)] {
        document.namedObjects(in: node["variables"])
    }
}

/// The Server Variable Object.
public struct ServerVariableObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var defaultValue: String { text(.default) ?? "" }
    /// The allowed values. Empty if any value is allowed.
    public var values: [Node] { document.content(of: node[.enum]).map { Array($0.elements) } ?? [] }
}
