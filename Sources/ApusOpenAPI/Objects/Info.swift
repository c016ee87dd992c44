import ApusYAMLSource

/// Info Object: what the API is.
public struct Info: DescriptionObject {
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

/// Tag Object: a group of operations.
public struct Tag: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var name: String { text(.name) ?? "" }
}

/// External Documentation Object: where more is to be read.
public struct ExternalDocumentation: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var url: String { text("url") ?? "" }
}
