import YAMLSource

/// An object of an OpenAPI description: a view over its node.
public protocol DescriptionObject: Hashable, Sendable {
    var node: Node { get }
    var document: Document { get }
    init(node: Node, document: Document)
}

extension DescriptionObject {
    /// A field that holds text; a number or Boolean in its place is taken as it is spelled.
    func text(_ key: String) -> String? {
        guard let value = node[key] else { return nil }
        switch value.kind {
        case .string, .number, .integer, .boolean: return value.text
        case .null, .sequence, .mapping: return nil
        }
    }

    func flag(_ key: String) -> Bool { node[key]?.boolean ?? false }

    public var description: String? { text("description") }

    /// The value of a specification extension, such as `x-apus-name`.
    public func specificationExtension(_ name: String) -> Node? { node[name] }
}
