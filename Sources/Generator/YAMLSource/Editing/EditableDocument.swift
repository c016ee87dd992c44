public import ApusDiagnostics

/// A mutable copy of a document, for overlays. It enforces the limits while it grows.
public final class EditableDocument {
    private let limits: Limits
    private var nodeCount = 1
    /// The first node beyond the maximum number of nodes.
    private var tooMany: Node?
    /// The first node beyond the maximum depth.
    private var tooDeep: Node?
    private let original: Node

    public private(set) lazy var root = EditableNode(original, in: self, depth: 0)

    public init(_ root: Node, limits: Limits = .default) {
        original = root
        self.limits = limits
    }

    /// Returns an editable copy of a node, which may be from another document.
    public func editable(_ node: Node) -> EditableNode { EditableNode(node, in: self, depth: 0) }

    /// Whether a limit was exceeded. Further changes then have no effect.
    public var isExhausted: Bool { tooMany != nil || tooDeep != nil }

    /// Counts the children of a node at a depth. Returns `false` if they exceed a limit.
    func admits(_ count: Int, depth: Int, at node: Node) -> Bool {
        nodeCount += count
        if nodeCount > limits.maximumNodes, tooMany == nil { tooMany = node }
        if depth >= limits.maximumDepth, count > 0, tooDeep == nil { tooDeep = node }
        return !isExhausted
    }

    /// Returns the root of the edited document, or reports the exceeded limit and returns `nil`.
    public func finish(into diagnostics: inout Diagnostics) -> Node? {
        var assembler = TreeAssembler(keys: original.tree.keys.known, limits: limits)
        assembler.add(root)
        if let deep = tooDeep ?? assembler.tooDeep {
            diagnostics.error(
                .tooDeep,
                "mappings and sequences are nested more than \(limits.maximumDepth) levels deep after editing",
                at: deep.place)
            return nil
        }
        if let many = tooMany ?? assembler.tooMany {
            diagnostics.error(
                .tooManyNodes, "the document has more than \(limits.maximumNodes) nodes after editing", at: many.place)
            return nil
        }
        return assembler.finish()
    }
}
