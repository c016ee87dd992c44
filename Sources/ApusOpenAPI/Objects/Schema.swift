import ApusYAMLSource

/// Schema Object: a JSON Schema, as a view over its keywords.
///
/// In 3.0 a schema is always a mapping; from 3.1 on it may be `true` or `false`.
public struct Schema: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// The operand of a keyword.
    public subscript(keyword: CommonKey) -> Node? { node[keyword].flatMap { operand($0, of: keyword.spelling) } }
    /// The operand of a keyword that is no common one, or that a document spells.
    public subscript(keyword: String) -> Node? { node[keyword].flatMap { operand($0, of: keyword) } }

    /// An operand as it is read; `nil` if it says nothing.
    public func operand(_ node: Node, of keyword: @autoclosure () -> String) -> Node? {
        guard let content = document.content(of: node) else { return nil }
        let isSuspicious = content.kind == .boolean || (content.kind == .sequence && content.elements.isEmpty)
        return isSuspicious && content.saysNothing(as: keyword()) ? nil : content
    }

    /// The subschema that is a keyword's operand.
    public func subschema(_ keyword: CommonKey) -> Schema? { node[keyword].map { schema($0) } }

    /// The subschemas of a keyword with a list, such as `allOf`.
    public func subschemas(_ keyword: CommonKey) -> [Schema] { self[keyword]?.elements.map { schema($0) } ?? [] }

    /// The subschemas of a keyword with a map, such as `properties`, in order.
    public func namedSubschemas(_ keyword: CommonKey) -> [(name: String, schema: Schema)] {
        self[keyword]?.entries.map { ($0.key, schema($0.value)) } ?? []
    }

    private func schema(_ node: Node) -> Schema { Schema(node: node, document: document) }

    /// `true` or `false` in place of keywords.
    public var booleanValue: Bool? { node.boolean }
    /// Whether the schema, or one around it in its file, names its dialect (`$schema`).
    public var namesDialect: Bool { node.isWithinDialect }
    /// Whether the schema has a `$ref`, or a `$dynamicRef`, which is resolved like it.
    public var isReference: Bool { document.reference(in: node) != nil }
    /// What the reference leads to, one step.
    public var target: Schema? { document.target(of: node).map { Schema(node: $0, document: document) } }
    public var title: String? { text(.title) }
    public var format: String? { text(.format) }
    public var contentEncoding: String? { text(.contentEncoding) }
    public var contentMediaType: String? { text("contentMediaType") }
    public var isDeprecated: Bool { flag(.deprecated) }
    public var isReadOnly: Bool { flag(.readOnly) }
    public var isWriteOnly: Bool { flag(.writeOnly) }
    /// OpenAPI 3.0's `nullable: true`.
    public var isMarkedNullable: Bool { flag(.nullable) }
    public var required: [Node] { self[.required].map { Array($0.elements) } ?? [] }
    public var discriminator: Discriminator? {
        document.object(node[.discriminator])
    }

    /// The names in `type`; empty if there is no `type`.
    public var types: [String] {
        guard let type = node[.type] else { return [] }
        return type.kind == .sequence ? type.elements.map(\.text) : [type.text]
    }
}

/// Discriminator Object.
public struct Discriminator: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var propertyName: String { text("propertyName") ?? "" }

    /// From a value to the node of the schema, found by reference or by the schema's name.
    public var mapping: [(value: String, node: Node, target: Node?)] {
        guard let mapping = node["mapping"] else { return [] }
        return mapping.entries.map { ($0.key, $0.value, document.target(of: $0.value)) }
    }

    /// The schema for any other value (3.2).
    public var defaultMapping: Node? { node["defaultMapping"].flatMap { document.target(of: $0) } }
}

extension Node {
    /// Whether a keyword's operand is one that JSON Schema does not allow, and that is read as if it were not there: a
    /// list of no alternatives, or the third draft's `required: true`.
    fileprivate func saysNothing(as keyword: String) -> Bool {
        switch keyword {
        case "allOf", "anyOf", "oneOf", "prefixItems": kind == .sequence && elements.isEmpty
        case "required": kind == .boolean
        default: false
        }
    }

    /// Whether the node stands in a schema that names its dialect (`$schema`).
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
