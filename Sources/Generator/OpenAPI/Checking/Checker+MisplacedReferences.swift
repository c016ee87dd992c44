import ApusDiagnostics
import ApusYAMLSource

// Follows references where the specification has none, with a warning. Descriptions in many files use them in place of
// operations, maps of components or whole Paths Objects, because tools that bundle files replace any `$ref`.
extension Checker {
    mutating func reportMisplaced(_ reference: Node, insteadOf what: String) {
        diagnostics.warning(
            .misplacedReference, "a `$ref` is not allowed in place of \(what)", at: reference.place,
            label: "its target is read in its place")
    }

    /// Follows a reference in place of a list, a map of objects or a text. Returns `false` if there is none.
    mutating func followInPlace(of node: Node, _ type: FieldType, name: String) -> Bool {
        guard node.kind == .mapping, let reference = node[.reference], reference.kind == .string,
            let phrase = type.replaceable
        else { return false }
        guard targets[node] == nil else { return true }
        if case .string = type, !Self.isTree(reference.text) {
            diagnostics.warning(
                .misplacedReference, "`\(reference.text)` is not read", at: reference.place,
                label: "only YAML and JSON files are read")
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

    /// Whether a reference is to the same file, or to a file with an extension of YAML or JSON.
    private static func isTree(_ reference: String) -> Bool {
        let path = reference.prefix { $0 != "#" }
        return path.isEmpty || ["yaml", "yml", "json"].contains { path.lowercased().hasSuffix(".\($0)") }
    }

    /// Returns a list, map or text, or the target of the reference in its place.
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

    /// Returns the node at a JSON Pointer, following references in its path.
    ///
    /// The specification does not allow such a pointer, but tools that bundle files write them.
    ///
    /// - Parameter reference: The node with the pointer, for a warning, or `nil` if the pointer is not from the
    ///   description.
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
                .misplacedReference, "the path of this reference goes through another `$ref`", at: reference.place,
                label: "the target of the other `$ref` is read in its place")
        }
        return current
    }

    /// Returns a member of a map or of the target of the reference in its place.
    mutating func member(_ name: String, of map: Node) -> Node? {
        var map = map
        while map[name] == nil, let target = passage(from: map) { map = target }
        return map[name]
    }

    private mutating func passage(from node: Node) -> Node? {
        guard passages < Bounds.passages, let reference = node[.reference], reference.kind == .string else {
            return nil
        }
        passages += 1
        defer { passages -= 1 }
        return resolve(reference.text, from: reference, as: nil)?.node
    }
}

extension FieldType {
    /// A phrase for the kind of value that a reference may replace here, or `nil` if a reference cannot be told from
    /// the value.
    fileprivate var replaceable: String? {
        switch self {
        case .string: "a string"
        case .list: "a list"
        case .map(.object): "a map"
        default: nil
        }
    }
}
