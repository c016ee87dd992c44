import ApusDiagnostics
import ApusYAMLSource

/// Applies one action to a document (Overlay Specification 1.1, section 4.4.3).
struct OverlayApplication {
    let document: EditableDocument
    let action: Overlay.Action
    var diagnostics: Diagnostics
    /// Whether a query exceeded the maximum number of steps. No further actions are then applied.
    private(set) var isExhausted = false

    init(document: EditableDocument, action: Overlay.Action, diagnostics: Diagnostics) {
        self.document = document
        self.action = action
        self.diagnostics = diagnostics
    }

    mutating func run() {
        guard let change = action.change else { return }
        let targets = nodes(action.target, at: action.targetNode)
        if isExhausted { return }
        if targets.isEmpty {
            diagnostics.warning(
                .emptyOverlayTarget, "this matches nothing in the description", at: action.targetNode.place,
                label: "the action changes nothing")
            return
        }
        switch change {
        case .remove: remove(targets)
        case .update(let update): self.update(targets.map(\.node), with: document.editable(update))
        case .copy(let path, let node):
            let sources = nodes(path, at: node)
            guard sources.count == 1 else {
                diagnostics.error(
                    .incompatibleOverlay, "`copy` must match one node, but matches \(sources.count)", at: node.place)
                return
            }
            // Copies the source first, because it may be a descendant of a target.
            update(targets.map(\.node), with: sources[0].node.copy())
        }
    }

    private mutating func nodes(_ path: JSONPath, at node: Node) -> [JSONPathEvaluator.Selected] {
        var evaluator = JSONPathEvaluator(root: document.root)
        let nodes = evaluator.nodes(path)
        if evaluator.isExhausted {
            isExhausted = true
            diagnostics.error(
                .invalidJSONPath, "this query takes too long: it looks at too many nodes of the description",
                at: node.place)
            return []
        }
        return nodes
    }

    private mutating func remove(_ targets: [JSONPathEvaluator.Selected]) {
        let removed = Set(targets.map { ObjectIdentifier($0.node) })
        for target in targets {
            guard let parent = target.parent else {
                diagnostics.error(
                    .incompatibleOverlay, "the root of the description cannot be removed", at: action.targetNode.place)
                return
            }
            parent.removeChildren(removed)
        }
    }

    private mutating func update(_ targets: [EditableNode], with update: EditableNode) {
        guard Set(targets.map { Shape($0.kind) }).count == 1 else {
            diagnostics.error(
                .incompatibleOverlay, "the target matches nodes of different kinds", at: action.targetNode.place,
                notes: targets.prefix(3).map { .init("this is \($0.kind.phrase)", at: $0.origin.place) },
                help: "write an action for each kind: mappings, sequences or scalars")
            return
        }
        for target in targets { merge(update, into: target, isTarget: true) }
    }

    /// Merges a value into a node of the document. The value is copied, so that later actions change only one place.
    private mutating func merge(_ update: EditableNode, into target: EditableNode, isTarget: Bool) {
        switch (Shape(target.kind), Shape(update.kind)) {
        case (.mapping, .mapping):
            for member in update.members {
                if let existing = target[member.key] {
                    merge(member.value, into: existing, isTarget: false)
                } else {
                    target.add(member)
                }
            }
        case (.sequence, .sequence):
            for element in update.elements { target.append(element) }
        case (.sequence, _) where isTarget:
            target.append(update)
        case (.scalar, .scalar):
            target.replace(with: update.copy())
        default:
            diagnostics.error(
                .incompatibleOverlay, "\(update.kind.phrase) cannot be merged into \(target.kind.phrase)",
                at: update.origin.place,
                notes: [.init("this is the \(target.kind.noun) in the description", at: target.origin.place)],
                help: "remove the node with an earlier action")
        }
    }

    private enum Shape {
        case mapping, sequence, scalar

        init(_ kind: Node.Kind) {
            switch kind {
            case .mapping: self = .mapping
            case .sequence: self = .sequence
            default: self = .scalar
            }
        }
    }
}
