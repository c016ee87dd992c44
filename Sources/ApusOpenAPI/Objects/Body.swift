import ApusYAMLSource

/// Request Body Object.
public struct RequestBody: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var isRequired: Bool { flag(.required) }
    public var content: [(name: String, object: MediaType)] { document.namedObjects(in: node[.content]) }
}

/// Media Type Object: a body in one media type, which is the key.
public struct MediaType: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var schema: Schema? { node[.schema].map { Schema(node: $0, document: document) } }
    /// The schema of each item of a sequential media type (3.2).
    public var itemSchema: Schema? { node["itemSchema"].map { Schema(node: $0, document: document) } }
    /// What describes parts by their position rather than their name (3.2), as far as it is there.
    public var positional: [Node] { ["prefixEncoding", "itemEncoding", "itemSchema"].compactMap { node[$0] } }
    /// How properties are written, by name.
    public var encoding: [(name: String, object: Encoding)] { document.namedObjects(in: node["encoding"]) }
}

/// Encoding Object: how one property of a form or multipart body is written.
public struct Encoding: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// One or more media types or ranges, separated by commas.
    public var contentType: String? { text("contentType") }
    public var headers: [(name: String, object: Header)] { document.namedObjects(in: node["headers"]) }
    public var style: String? { text("style") }
    public var explode: Bool? { node["explode"]?.boolean }
    public var allowsReserved: Bool? { node["allowReserved"]?.boolean }
}

/// Response Object.
public struct Response: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var summary: String? { text("summary") }
    public var headers: [(name: String, object: Header)] { document.namedObjects(in: node["headers"]) }
    public var content: [(name: String, object: MediaType)] { document.namedObjects(in: node[.content]) }
    public var links: [(name: String, object: Link)] { document.namedObjects(in: node["links"]) }
}
