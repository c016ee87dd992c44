public import ApusDiagnostics

/// A document that is being changed, within limits.
public final class EditableDocument {
    private let limits: Limits
    private var nodeCount = 1
    /// The first node that was too many.
    private var excess: Node?
    /// The first node that is too deep.
    private var abyss: Node?
    private let original: Node

    public private(set) lazy var root = EditableNode(original, in: self, depth: 0)

    public init(_ root: Node, limits: Limits = .default) {
        original = root
        self.limits = limits
    }

    /// A node of another document, to be put into this one.
    public func editable(_ node: Node) -> EditableNode { EditableNode(node, in: self, depth: 0) }

    /// Whether the document has outgrown its limits, so that further changes have no effect.
    public var isExhausted: Bool { excess != nil || abyss != nil }

    /// Counts the children of a node that lies at a depth; false if they are too many or too deep.
    func admits(_ count: Int, depth: Int, at node: Node) -> Bool {
        nodeCount += count
        if nodeCount > limits.maximumNodes, excess == nil { excess = node }
        if depth >= limits.maximumDepth, count > 0, abyss == nil { abyss = node }
        return !isExhausted
    }

    /// The root of the document as it is now; nil, with a report, if it has outgrown its limits.
    public func finish(into diagnostics: inout Diagnostics) -> Node? {
        var assembler = TreeAssembler(limits: limits)
        assembler.add(root)
        if let deep = abyss ?? assembler.tooDeep {
            diagnostics.error(
                .tooDeep, "mappings and sequences are nested more than \(limits.maximumDepth) deep after editing",
                at: deep.place)
            return nil
        }
        if let many = excess ?? assembler.tooMany {
            diagnostics.error(
                .tooManyNodes, "the document has more than \(limits.maximumNodes) nodes after editing", at: many.place)
            return nil
        }
        return assembler.finish()
    }
}
