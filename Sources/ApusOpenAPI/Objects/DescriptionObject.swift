import ApusYAMLSource

/// An object of an OpenAPI description: a view over its node.
public protocol DescriptionObject: Sendable {
    var node: Node { get }
    var document: Document { get }
    init(node: Node, document: Document)
}

extension DescriptionObject {
    /// A field that holds text; a number or Boolean in its place is taken as it is spelled.
    func text(_ key: String) -> String? { document.content(of: node[key])?.scalarText }
    func text(_ key: CommonKey) -> String? { document.content(of: node[key])?.scalarText }

    func flag(_ key: String) -> Bool { node[key]?.boolean ?? false }
    func flag(_ key: CommonKey) -> Bool { node[key]?.boolean ?? false }

    public var description: String? { text(.description) }
    public var externalDocumentation: ExternalDocumentation? { document.object(node["externalDocs"]) }

    /// The value of a specification extension, such as `x-apus-name`.
    public func specificationExtension(_ name: String) -> Node? { node[name] }
}

extension Node {
    /// The text of a scalar that holds some.
    fileprivate var scalarText: String? {
        switch kind {
        case .string, .number, .integer, .boolean: text
        case .null, .sequence, .mapping: nil
        }
    }
}
