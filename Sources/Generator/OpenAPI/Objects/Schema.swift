import ApusYAMLSource

/// The Schema Object: a JSON Schema, as a view of its keywords.
///
/// A schema is always a mapping in OpenAPI 3.0. Since 3.1, it may be `true` or `false`.
public struct Schema: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// Returns the operand of a keyword.
    public subscript(keyword: Keyword) -> Node? { node[keyword].flatMap { operand($0, of: keyword.spelling) } }
    /// Returns the operand of a keyword that is not common, or whose name comes from a document.
    public subscript(keyword: String) -> Node? { node[keyword].flatMap { operand($0, of: keyword) } }

    /// Returns an operand without its reference, or `nil` if it has no meaning.
    public func operand(_ node: Node, of keyword: @autoclosure () -> String) -> Node? {
        guard let content = document.content(of: node) else { return nil }
        let isSuspicious = content.kind == .boolean || (content.kind == .sequence && content.elements.isEmpty)
        return isSuspicious && content.isMeaningless(as: keyword()) ? nil : content
    }

    /// Returns the subschema of a keyword.
    public func subschema(_ keyword: Keyword) -> Schema? { node[keyword].map { schema($0) } }

    /// Returns the subschemas of a keyword with a list, such as `allOf`.
    public func subschemas(_ keyword: Keyword) -> [Schema] { self[keyword]?.elements.map { schema($0) } ?? [] }

    /// Returns the subschemas of a keyword with a map, such as `properties`, in order.
    public func namedSubschemas(_ keyword: Keyword) -> [(name: String, schema: Schema)] {
        self[keyword]?.entries.map { ($0.key, schema($0.value)) } ?? []
    }

    private func schema(_ node: Node) -> Schema { Schema(node: node, document: document) }

    /// The value of a Boolean schema, or `nil` for a schema with keywords.
    public var booleanValue: Bool? { node.boolean }
    /// Whether the schema, or one that contains it in its file, names its dialect (`$schema`).
    public var namesDialect: Bool { node.isWithinDialect }
    /// Whether the schema has a `$ref` or a `$dynamicRef`.
    public var isReference: Bool { document.reference(in: node) != nil }
    /// The direct target of the schema's reference.
    public var target: Schema? { document.target(of: node).map { Schema(node: $0, document: document) } }
    public var title: String? { text(.title) }
    public var format: String? { text(.format) }
    public var contentEncoding: String? { text(.contentEncoding) }
    public var contentMediaType: String? { text("contentMediaType") }
    public var isDeprecated: Bool { flag(.deprecated) }
    public var isReadOnly: Bool { flag(.readOnly) }
    public var isWriteOnly: Bool { flag(.writeOnly) }
    /// The value of OpenAPI 3.0's `nullable`.
    public var isMarkedNullable: Bool { flag(.nullable) }
    public var required: [Node] { self[.required].map { Array($0.elements) } ?? [] }
    public var discriminator: DiscriminatorObject? {
        document.object(node[.discriminator])
    }

    /// The names in `type`. Empty if the schema has no `type`.
    public var types: [String] {
        guard let type = node[.type] else { return [] }
        return type.kind == .sequence ? type.elements.map(\.text) : [type.text]
    }
}

/// The Discriminator Object.
public struct DiscriminatorObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var propertyName: String { text("propertyName") ?? "" }

    /// The values of the mapping with their nodes and the schemas that they refer to.
    public var mapping: [(value: String, node: Node, target: Node?)] {
        guard let mapping = node["mapping"] else { return [] }
        return mapping.entries.map { ($0.key, $0.value, document.target(of: $0.value)) }
    }

    /// The schema for any other value. Since 3.2.
    public var defaultMapping: Node? { node["defaultMapping"].flatMap { document.target(of: $0) } }
}

extension Node {
    /// Whether a keyword's operand is invalid in JSON Schema and ignored here: an empty list of alternatives, or the
    /// Boolean `required` of draft 3.
    fileprivate func isMeaningless(as keyword: String) -> Bool {
        switch keyword {
        case "allOf", "anyOf", "oneOf", "prefixItems": kind == .sequence && elements.isEmpty
        case "required": kind == .boolean
        default: false
        }
    }

    /// Whether the node is in a schema that names its dialect (`$schema`).
    var isWithinDialect: Bool {
        guard documentMentions(.dialect) else { return false }
        var node: Node? = self
        while let current = node {
            if current.kind == .mapping, current[.dialect] != nil { return true }
            node = current.parent
        }
        return false
    }
}
