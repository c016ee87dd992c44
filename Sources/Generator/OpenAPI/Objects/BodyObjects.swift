import ApusYAMLSource

/// The Request Body Object.
public struct RequestBodyObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var isRequired: Bool { flag(.required) }
    public var content: [(name: String, object: MediaTypeObject)] { document.namedObjects(in: node[.content]) }
}

/// The Media Type Object: a body in the media type of its key.
public struct MediaTypeObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var schema: Schema? { node[.schema].map { Schema(node: $0, document: document) } }
    /// The schema of each item of a sequential media type. Since 3.2.
    public var itemSchema: Schema? { node["itemSchema"].map { Schema(node: $0, document: document) } }
    /// The fields that describe parts by position rather than by name. Since 3.2.
    public var positional: [Node] { ["prefixEncoding", "itemEncoding", "itemSchema"].compactMap { node[$0] } }
    /// The encodings of properties, by name.
    public var encoding: [(name: String, object: EncodingObject)] { document.namedObjects(in: node["encoding"]) }
}

/// The Encoding Object: the encoding of one property of a form or multipart body.
public struct EncodingObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// A comma-separated list of media types or ranges.
    public var contentType: String? { text("contentType") }
    public var headers: [(name: String, object: HeaderObject)] { document.namedObjects(in: node["headers"]) }
    public var style: String? { text("style") }
    public var explode: Bool? { node["explode"]?.boolean }
    public var allowsReserved: Bool? { node["allowReserved"]?.boolean }
}

/// The Response Object.
public struct ResponseObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var summary: String? { text("summary") }
    public var headers: [(name: String, object: HeaderObject)] { document.namedObjects(in: node["headers"]) }
    public var content: [(name: String, object: MediaTypeObject)] { document.namedObjects(in: node[.content]) }
    public var links: [(name: String, object: LinkObject)] { document.namedObjects(in: node["links"]) }
}
