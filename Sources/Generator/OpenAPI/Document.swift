import ApusYAMLSource

/// An OpenAPI description with all its files (OpenAPI Specification 3.x, "OpenAPI Object").
///
/// The objects of the description are views: each holds its node and reads fields on access. `read` has already checked
/// the types of the fields and resolved the references, so that views report no problems.
public final class Document: Sendable {
    public let root: Node
    public let version: SpecificationVersion
    /// The files that were read, the description's own first.
    public let files: [SourceFile]
    /// The targets of objects with a `$ref`.
    private let targets: [Node: Node]
    /// The references in place of lists, maps and texts.
    private let inPlace: Set<Node>
    private let hasDynamicReferences: Bool

    init(root: Node, checker: Checker) {
        self.root = root
        version = checker.version
        files = checker.sources.files
        targets = checker.targets
        inPlace = checker.inPlace
        hasDynamicReferences = checker.hasDynamicReferences
    }

    /// Returns the target of an object's `$ref`, which may have a `$ref` itself.
    public func target(of node: Node) -> Node? { targets[node] }

    /// The targets of all references. Not all of them are schemas.
    public var schemaTargets: Dictionary<Node, Node>.Values { targets.values }

    /// Returns the object itself or, for a reference, the end of its chain.
    ///
    /// Returns `nil` if the reference has no target or is cyclic.
    public func resolve(_ node: Node) -> Node? {
        var current = node
        var steps = 0
        while let next = targets[current] {
            guard steps <= targets.count else { return nil }
            current = next
            steps += 1
        }
        return reference(in: current) == nil ? current : nil
    }

    /// Returns a list, map or text, or the target of the reference in its place.
    public func content(of node: Node) -> Node? {
        inPlace.isEmpty || !inPlace.contains(node) ? node : resolve(node)
    }

    func content(of node: Node?) -> Node? { node.flatMap { content(of: $0) } }

    /// Returns the operand of an object's `$ref`, or of a schema's `$dynamicRef`.
    func reference(in node: Node) -> Node? {
        node[.reference] ?? (hasDynamicReferences ? node[.dynamicReference] : nil)
    }

    public var info: InfoObject { InfoObject(node: root["info"].flatMap(resolve) ?? root, document: self) }
    public var servers: [ServerObject] { objects(in: root["servers"]) }
    public var externalDocumentation: ExternalDocumentationObject? { object(root["externalDocs"]) }
    public var tags: [TagObject] { objects(in: root["tags"]) }
    public var components: ComponentsObject {
        ComponentsObject(node: root["components"].flatMap(resolve) ?? root, document: self)
    }
    /// The security requirements of operations without their own, or `nil` if the description has none.
    public var security: [SecurityRequirementObject]? { root["security"].map { objects(in: $0) } }

    /// The paths and their items, in order.
    public var paths: [(path: String, item: PathItemObject)] {
        guard let paths = root["paths"].flatMap(resolve) else { return [] }
        return paths.entries.compactMap { entry in
            guard entry.key.hasPrefix("/") else { return nil }
            return (entry.key, PathItemObject(node: entry.value, document: self))
        }
    }

    /// Whether the description has paths or webhooks, rather than only components for other descriptions.
    public var hasOperations: Bool {
        ["paths", "webhooks"].contains { root[$0].flatMap(resolve).map { !$0.entries.isEmpty } ?? false }
    }

    /// The webhooks by name, in order.
    public var webhooks: [(name: String, item: PathItemObject)] {
        (content(of: root["webhooks"])?.entries.map { $0 } ?? []).compactMap { entry in
            entry.key.hasPrefix("x-") ? nil : (entry.key, PathItemObject(node: entry.value, document: self))
        }
    }

    func objects<Object: DescriptionObject>(in node: Node?) -> [Object] {
        guard let node = content(of: node) else { return [] }
        return node.elements.compactMap { element in
            resolve(element).map { Object(node: $0, document: self) }
        }
    }

    func object<Object: DescriptionObject>(_ node: Node?) -> Object? {
        guard let node, let resolved = resolve(node) else { return nil }
        return Object(node: resolved, document: self)
    }

    func namedObjects<Object: DescriptionObject>(in node: Node?) -> [(name: String, object: Object)] {
        guard let node = content(of: node) else { return [] }
        return node.entries.compactMap { entry in
            guard !entry.key.hasPrefix("x-"), let resolved = resolve(entry.value) else { return nil }
            return (entry.key, Object(node: resolved, document: self))
        }
    }
}
