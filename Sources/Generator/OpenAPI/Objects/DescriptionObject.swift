import ApusYAMLSource

/// An object of an OpenAPI description, as a view of its node.
public protocol DescriptionObject: Sendable {
    var node: Node { get }
    var document: Document { get }
    init(node: Node, document: Document)
}

extension DescriptionObject {
    /// Returns the text of a field. A number or Boolean is taken as written.
    func text(_ key: String) -> String? { document.content(of: node[key])?.scalarText }
    func text(_ key: Keyword) -> String? { document.content(of: node[key])?.scalarText }

    func flag(_ key: String) -> Bool { node[key]?.boolean ?? false }
    func flag(_ key: Keyword) -> Bool { node[key]?.boolean ?? false }

    public var description: String? { text(.description) }
    public var externalDocumentation: ExternalDocumentationObject? { document.object(node["externalDocs"]) }

    /// Returns the value of a specification extension, such as `x-apus-name`.
    public func specificationExtension(_ name: String) -> Node? { node[name] }
}

extension Node {
    /// The text of a scalar, or `nil` for null and for any other node.
    fileprivate var scalarText: String? {
        switch kind {
        case .string, .number, .integer, .boolean: text
        case .null, .sequence, .mapping: nil
        }
    }
}
