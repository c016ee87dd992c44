internal import ApusDiagnostics

extension TreeBuilder {
    /// The target of an alias.
    struct Anchor {
        var node: UInt32
        /// The number of nodes that each alias adds to the total.
        var nodes: Int
        /// `false` while the content of the anchor is being read.
        var isComplete: Bool
    }

    /// Adds the target of an alias: the anchored node itself rather than a copy.
    ///
    /// - Returns: `false` if the document is refused and reading must stop.
    mutating func addAlias(_ name: String, start: UInt32, end: UInt32) -> Bool {
        guard let anchor = anchors[name] else {
            diagnostics.error(
                .unknownAnchor, "the alias `*\(name)` has no anchor before it",
                at: place(start, length: name.utf8.count + 1), help: suggestion(for: name))
            return addNull(start: start, end: end)
        }
        let target = records[Int(anchor.node)]
        guard anchor.isComplete else {
            diagnostics.error(
                .cyclicAlias, "the alias `*\(name)` repeats a node that contains it",
                at: place(start, length: name.utf8.count + 1),
                notes: [.init("the node starts here", at: place(of: target))],
                help: "describe recursion with `$ref`")
            return addNull(start: start, end: end)
        }
        guard expectsKey else {
            attach(anchor.node)
            return countNodes(anchor.nodes, at: start)
        }
        guard target.kind.isScalar else {
            diagnostics.error(
                .keyNotScalar, "a key must be a scalar, and `*\(name)` is a \(target.kind.noun)",
                at: place(start, length: name.utf8.count + 1),
                notes: [.init("the \(target.kind.noun) starts here", at: place(of: target))])
            open[open.count - 1].key = .invalid
            return countNodes(1, at: start)
        }
        let bytes = pool.withBytes(target.range) { Array($0) }
        return bytes.withUnsafeBytes { add(Scalar(kind: target.kind, start: start, end: end), $0) }
    }

    private mutating func addNull(start: UInt32, end: UInt32) -> Bool {
        add(Scalar(kind: .null, start: start, end: end), UnsafeRawBufferPointer(start: nil, count: 0))
    }

    private func suggestion(for name: String) -> String {
        guard let near = closest(to: name, in: anchors.keys) else { return "write `&\(name)` before the first use" }
        return "did you mean `*\(near)`?"
    }
}
