import ApusDiagnostics
import ApusYAMLSource

// Follows `$ref` (OpenAPI Specification, "Reference Object"; JSON Schema 2020-12, section 8.2.3).
extension Checker {
    enum Siblings { case done, alsoChecked }

    /// Resolves a `$ref` and queues its target.
    mutating func follow(_ reference: Node, of node: Node, as kind: ObjectKind) {
        guard reference.kind == .string else {
            diagnostics.error(
                .wrongType, "`$ref` must be a string", at: reference.place, label: "this is \(reference.kind.phrase)")
            return
        }
        references.append(node)
        let text = reference.text
        if let section = Self.componentSection(of: text), let expected = kind.componentSection, section != expected,
            Self.sections.contains(section)
        {
            diagnostics.error(
                .wrongKindOfTarget, "`\(text)` is not \(ObjectGrammar[kind].title.withArticle)", at: reference.place,
                label: "this is among the \(section)",
                help: "refer to a component in `#/components/\(expected)/`")
            return
        }
        guard let target = resolve(text, from: reference, as: kind)?.node else { return }
        targets[node] = target
        enqueue(target, as: kind)
    }

    /// Whether the fields beside a `$ref` have a meaning.
    func countsSiblings(_ kind: ObjectKind) -> Bool {
        kind == .pathItem || (kind == .schema && version >= .v3_1)
    }

    mutating func checkSiblings(
        of reference: Node, in node: Node, kind: ObjectKind, grammar: ObjectGrammar
    ) -> Siblings {
        if countsSiblings(kind) { return kind == .pathItem && node.entries.count == 1 ? .done : .alsoChecked }
        for entry in node.entries where !Self.documenting.contains(entry.key) && !entry.key.hasPrefix("x-") {
            diagnostics.warning(
                .ignoredSibling, "`\(entry.key)` beside `$ref` is ignored", at: entry.keyNode.place,
                help: kind == .schema
                    ? "in OpenAPI 3.0, wrap the reference: `allOf: [{$ref: …}]`, or use OpenAPI 3.1" : nil)
        }
        return .done
    }

    private static let documenting: Set<String> = [
        "$ref", "summary", "description", "title", "example", "examples", "deprecated",
    ]

    /// Follows a value of a discriminator's mapping, which is a reference or the name of a schema component.
    mutating func followSchemaName(_ node: Node) {
        guard node.kind == .string else {
            diagnostics.error(
                .wrongType, "a mapping's value must be a string", at: node.place, label: "this is \(node.kind.phrase)")
            return
        }
        references.append(node)
        let schemas = target(of: "/components/schemas", in: root)
        if let schema = schemas.flatMap({ member(node.text, of: $0) }) {
            targets[node] = schema
        } else if isUnknownSchemaName(node) {
            let names = schemas?.entries.map(\.key) ?? []
            diagnostics.error(
                .missingTarget, "there is no schema `\(node.text)`", at: node.place,
                help: suggestion(for: node.text, among: names))
        } else if let target = resolve(node.text, from: node, as: .schema)?.node {
            targets[node] = target
            enqueue(target, as: .schema)
        }
    }

    /// Whether a mapping's value looks like the name of a component, and no file has that name.
    private mutating func isUnknownSchemaName(_ node: Node) -> Bool {
        guard !node.text.utf8.contains(where: { "#/:".utf8.contains($0) }),
            case .file(let base) = identifiers.base(of: node)
        else { return false }
        let path = ResourceID.path(URIReference(node.text), from: base)
        if case .failure(.source(.missing)) = sources.root(of: path, into: &diagnostics) { return true }
        return false
    }

    /// Returns the section of the Components Object that a reference names.
    private static func componentSection(of reference: String) -> String? {
        let utf8 = reference.utf8
        guard let start = utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        let parts = utf8[utf8.index(after: start)...].split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].isEmpty, parts[1].elementsEqual("components".utf8) else { return nil }
        return String(Substring(parts[2]))
    }

    private static let sections = Set(ObjectKind.allCases.compactMap(\.componentSection))

    /// Reports and removes references that form a cycle or a chain that is too long.
    mutating func checkChains() {
        var lengths: [Node: Int] = [:]
        for start in references where lengths[start] == nil {
            var chain: [Node] = []
            var onChain: Set<Node> = []
            var current: Node? = start
            while let node = current, lengths[node] == nil, onChain.insert(node).inserted {
                chain.append(node)
                current = targets[node]
            }
            if let node = current, onChain.contains(node) {
                diagnostics.error(
                    .cyclicReference, "this reference leads back to itself", at: operand(of: node).place,
                    help: "replace one of the references in the cycle by an object")
                for node in chain {
                    targets[node] = nil
                    lengths[node] = 0
                }
                continue
            }
            var length = current.flatMap { lengths[$0] } ?? 0
            for node in chain.reversed() {
                if targets[node] != nil { length += 1 }
                if length > Bounds.chainLength {
                    diagnostics.error(
                        .longChain, "a chain of more than \(Bounds.chainLength) references starts here",
                        at: operand(of: node).place, help: "refer to the last target of the chain directly")
                    targets[node] = nil
                    length = 0
                }
                lengths[node] = length
            }
        }
    }

    private func operand(of node: Node) -> Node { node[.reference] ?? node[.dynamicReference] ?? node }
}
