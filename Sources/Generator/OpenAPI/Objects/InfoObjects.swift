import ApusYAMLSource

/// The Info Object: metadata about the API.
public struct InfoObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var title: String { text(.title) ?? "" }
    public var version: String { text("version") ?? "" }
    public var summary: String? { text("summary") }
}

/// The Tag Object: a group of operations.
public struct TagObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var name: String { text(.name) ?? "" }
}

/// The External Documentation Object: a link to more documentation.
public struct ExternalDocumentationObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var url: String { text("url") ?? "" }
}
