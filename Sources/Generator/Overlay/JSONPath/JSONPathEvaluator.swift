import ApusECMARegex
import ApusYAMLSource

/// Selects the nodes of a query.
struct JSONPathEvaluator {
    /// A selected node and its parent.
    struct Selected {
        var node: EditableNode
        var parent: EditableNode?
    }

    /// The maximum number of steps, because nested descendant segments multiply.
    private let maximumSteps: Int

    private let root: EditableNode
    private var steps = 0
    private var patterns: [String: ECMAPattern?] = [:]
    /// Whether the query exceeded the maximum number of steps. Its result is then incomplete.
    var isExhausted: Bool { steps > maximumSteps }

    init(root: EditableNode, maximumSteps: Int = Bounds.steps) {
        self.root = root
        self.maximumSteps = maximumSteps
    }

    /// Returns the nodes that a query selects, in document order without duplicates.
    mutating func nodes(_ path: JSONPath) -> [Selected] {
        var seen: Set<ObjectIdentifier> = []
        return select(path, current: root).filter { seen.insert(ObjectIdentifier($0.node)).inserted }
    }

    private mutating func select(_ path: JSONPath, current: EditableNode) -> [Selected] {
        var selected = [Selected(node: path.start == .root ? root : current, parent: nil)]
        for segment in path.segments {
            var next: [Selected] = []
            for item in selected {
                if segment.isDescendant {
                    descend(item.node, segment, into: &next)
                } else {
                    apply(segment, to: item.node, into: &next)
                }
            }
            selected = next
        }
        return selected
    }

    private mutating func descend(_ node: EditableNode, _ segment: JSONPath.Segment, into result: inout [Selected]) {
        apply(segment, to: node, into: &result)
        if isExhausted { return }
        for child in children(of: node) { descend(child, segment, into: &result) }
    }

    private mutating func apply(_ segment: JSONPath.Segment, to node: EditableNode, into result: inout [Selected]) {
        if node.kind.isScalar { return }
        for selector in segment.selectors {
            steps += 1
            if isExhausted { return }
            switch selector {
            case .name(let name):
                if node.kind == .mapping, let child = node[name] { result.append(.init(node: child, parent: node)) }
            case .wildcard:
                for child in children(of: node) { result.append(.init(node: child, parent: node)) }
            case .index(let index):
                let elements = node.elements
                let position = index < 0 ? elements.count + index : index
                if elements.indices.contains(position) { result.append(.init(node: elements[position], parent: node)) }
            case .slice(let start, let end, let step):
                for position in positions(start, end, step, count: node.elements.count) {
                    result.append(.init(node: node.elements[position], parent: node))
                }
            case .filter(let condition):
                for child in children(of: node) where holds(condition, child) {
                    result.append(.init(node: child, parent: node))
                }
            }
        }
    }

    private mutating func children(of node: EditableNode) -> [EditableNode] {
        let children = node.kind == .mapping ? node.members.map(\.value) : node.elements
        steps += children.count
        return children
    }

    /// Returns the positions that a slice selects (section 2.3.4.2.2).
    private func positions(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        func bounded(_ value: Int, _ range: ClosedRange<Int>) -> Int {
            min(max(value < 0 ? count + value : value, range.lowerBound), range.upperBound)
        }
        if step == 0 || count == 0 { return [] }
        if step > 0 {
            return Array(stride(from: bounded(start ?? 0, 0...count), to: bounded(end ?? count, 0...count), by: step))
        }
        let first = bounded(start ?? count - 1, -1...count - 1)
        let last = end.map { bounded($0, -1...count - 1) } ?? -1
        return Array(stride(from: first, to: last, by: step))
    }

    // MARK: Conditions

    private mutating func holds(_ condition: JSONPath.Condition, _ current: EditableNode) -> Bool {
        switch condition {
        case .any(let conditions):
            for condition in conditions where holds(condition, current) { return true }
            return false
        case .all(let conditions):
            for condition in conditions where !holds(condition, current) { return false }
            return true
        case .not(let inner): return !holds(inner, current)
        case .exists(let path): return !select(path, current: current).isEmpty
        case .comparison(let left, let comparison, let right):
            return JSONPathValue.compare(value(left, current), comparison, value(right, current))
        case .matches(let operand, let pattern, let isWhole):
            guard case .string(let text)? = value(operand, current),
                case .string(let pattern)? = value(pattern, current)
            else { return false }
            return matches(text, isWhole ? "^(?:\(pattern))$" : pattern)
        }
    }

    /// Whether a pattern occurs in a text. An invalid pattern matches nothing (section 2.4.6).
    private mutating func matches(_ text: String, _ pattern: String) -> Bool {
        let compiled = patterns[pattern] ?? (try? ECMAPattern(pattern))
        patterns[pattern] = .some(compiled)
        steps += text.utf8.count
        return compiled?.match(in: text) == .match
    }

    private mutating func value(_ operand: JSONPath.Operand, _ current: EditableNode) -> JSONPathValue? {
        switch operand {
        case .string(let text): return .string(text)
        case .number(let number): return .number(number)
        case .boolean(let boolean): return .boolean(boolean)
        case .null: return .null
        case .query(let path): return select(path, current: current).first.map { JSONPathValue($0.node) }
        case .count(let path): return .number(Double(select(path, current: current).count))
        case .value(let path):
            let nodes = select(path, current: current)
            return nodes.count == 1 ? JSONPathValue(nodes[0].node) : nil
        case .length(let operand):
            switch value(operand, current) {
            case .string(let text)?: return .number(Double(text.unicodeScalars.count))
            case .container(let node)?:
                return .number(Double(node.kind == .mapping ? node.members.count : node.elements.count))
            default: return nil
            }
        }
    }
}
