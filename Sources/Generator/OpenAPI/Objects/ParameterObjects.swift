import ApusYAMLSource

/// The Parameter Object.
public struct ParameterObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var name: String { text(.name) ?? "" }
    /// `path`, `query`, `header`, `cookie` or `querystring`.
    public var location: String { text(.location) ?? "" }
    public var isRequired: Bool { flag(.required) }
    public var isDeprecated: Bool { flag(.deprecated) }
    public var style: String? { text("style") }
    public var explode: Bool? { node["explode"]?.boolean }
    public var allowsReserved: Bool { flag("allowReserved") }
    public var schema: Schema? { node[.schema].map { Schema(node: $0, document: document) } }
    public var content: [(name: String, object: MediaTypeObject)] { document.namedObjects(in: node[.content]) }
}

/// The Header Object: a parameter whose name is its key.
public struct HeaderObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var isRequired: Bool { flag(.required) }
    public var isDeprecated: Bool { flag(.deprecated) }
    public var explode: Bool { flag("explode") }
    public var schema: Schema? { node[.schema].map { Schema(node: $0, document: document) } }
    public var content: [(name: String, object: MediaTypeObject)] { document.namedObjects(in: node[.content]) }
}
