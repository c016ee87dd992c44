import ApusDiagnostics
import ApusYAMLSource

// References where the specification has none. Descriptions that are kept in many files have them in place of
// operations, maps of components or whole Paths Objects, for the tools that join the files replace any `$ref`.
extension Checker {
    mutating func reportMisplaced(_ reference: Node, insteadOf what: String) {
        diagnostics.warning(
            .misplacedReference, "a `$ref` in place of \(what)", at: reference.place,
            label: "what it leads to is read in its place")
    }

    /// Reads what a reference in place of a list, a map of objects or a text leads to; `false` if there is no such reference.
    mutating func followInPlace(of node: Node, _ type: FieldType, name: String) -> Bool {
        guard node.kind == .mapping, let reference = node[.reference], reference.kind == .string,
            let phrase = type.replaceable
        else { return false }
        guard targets[node] == nil else { return true }
        if case .string = type, !Self.isTree(reference.text) {
            diagnostics.warning(
                .misplacedReference, "the text in `\(reference.text)` is not read", at: reference.place,
                label: "only YAML and JSON are")
            return true
        }
        reportMisplaced(reference, insteadOf: phrase)
        references.append(node)
        guard let target = resolve(reference.text, from: reference, as: nil)?.node else { return true }
        targets[node] = target
        inPlace.insert(node)
        indexNames(in: target, type)
        if !followInPlace(of: target, type, name: name) { check(target, is: type, name: name) }
        return true
    }

    private mutating func indexNames(in node: Node, _ type: FieldType) {
        switch type {
        case .map(.object(let kind)): for entry in node.entries { identifiers.index(entry.value, as: kind) }
        case .list(.object(let kind), _): for element in node.elements { identifiers.index(element, as: kind) }
        default: return
        }
    }

    /// Whether a reference is to a part of the same file, or to a file that is one of YAML or JSON by its name.
    private static func isTree(_ reference: String) -> Bool {
        let path = reference.prefix { $0 != "#" }
        return path.isEmpty || ["yaml", "yml", "json"].contains { path.lowercased().hasSuffix(".\($0)") }
    }

    /// What a list, map or text is that a reference may stand in place of.
    func content(of node: Node?) -> Node? {
        var current = node
        var steps = 0
        while let node = current, let next = targets[node], steps <= targets.count {
            current = next
            steps += 1
        }
        return current
    }

    // MARK: Pointers

    /// The node that a JSON Pointer names, also where a reference stands on its way.
    ///
    /// Strictly that leads nowhere, but it is what tools write that join files.
    ///
    /// - Parameter reference: What has the pointer, for a warning; `nil` if it is none of the description's own.
    mutating func target(of pointer: String, in resource: Node, for reference: Node? = nil) -> Node? {
        if let node = resource.resolve(pointer: pointer) { return node }
        var passed = false
        var current = resource
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            var next = current.resolve(pointer: "/" + token)
            while next == nil {
                guard let target = passage(from: current) else { return nil }
                passed = true
                current = target
                next = current.resolve(pointer: "/" + token)
            }
            current = next ?? current
        }
        if passed, let reference {
            diagnostics.warning(
                .misplacedReference, "a reference through another `$ref`", at: reference.place,
                label: "read as if what that leads to stood in its place")
        }
        return current
    }

    /// What a member of a map is, of which a reference may stand in place.
    mutating func member(_ name: String, of map: Node) -> Node? {
        var map = map
        while map[name] == nil, let target = passage(from: map) { map = target }
        return map[name]
    }

    private mutating func passage(from node: Node) -> Node? {
        guard passages < Self.maximumPassages, let reference = node[.reference], reference.kind == .string else {
            return nil
        }
        passages += 1
        defer { passages -= 1 }
        return resolve(reference.text, from: reference, as: nil)?.node
    }

    /// References through references through references: no description has many, and each takes up the stack.
    private static let maximumPassages = 64
}

extension FieldType {
    /// What a value is in place of which a reference is read; `nil` if there is no telling a reference from the value.
    fileprivate var replaceable: String? {
        switch self {
        case .string: "a text"
        case .list: "a list"
        case .map(.object): "a map"
        default: nil
        }
    }
}
