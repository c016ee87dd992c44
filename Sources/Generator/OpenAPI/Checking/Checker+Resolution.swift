import ApusDiagnostics
import ApusYAMLSource

// Finds the node that the text of a reference identifies.
extension Checker {
    struct Target {
        var node: Node
        /// The `$dynamicAnchor` in the reference's fragment.
        var dynamicAnchor: String?
    }

    /// Returns the node that a reference identifies relative to its resource, or reports why there is none.
    ///
    /// - Parameter kind: The kind of the target, if it is an object of the specification.
    mutating func resolve(_ text: String, from reference: Node, as kind: ObjectKind?) -> Target? {
        let base = identifiers.base(of: reference)
        let key = ReferenceKey(base: base, text: Spelling(text), kind: kind)
        if let known = resolved[key] {
            if known == nil { reportMissing(text, at: reference, in: nil) }
            return known
        }
        // A reference whose own pointer leads through it has no target.
        resolved[key] = .some(nil)
        let target = find(text, from: reference, base: base, as: kind)
        resolved[key] = .some(target)
        if target == nil { unresolvable.insert(reference) }
        return target
    }

    private mutating func find(
        _ text: String, from reference: Node, base: ResourceID, as kind: ObjectKind?
    ) -> Target? {
        let parsed = URIReference(text)
        let fragment = percentDecoded(parsed.fragment ?? "")
        let id = base.resolve(parsed)
        guard let resource = resource(id, named: parsed, from: reference, as: kind) else { return nil }
        let isAnchor = !fragment.isEmpty && !fragment.hasPrefix("/")
        if identifiers.isAmbiguous(id, anchor: isAnchor ? fragment : nil) {
            diagnostics.error(
                .ambiguousReference, "`\(text)` has two meanings", at: reference.place,
                label: "two schemas have this `\(isAnchor ? "$anchor" : "$id")`", help: "rename one of the two")
            return nil
        }
        let target: Target?
        if fragment.isEmpty {
            target = Target(node: resource)
        } else if isAnchor {
            target = identifiers.anchor(fragment, in: resource).map {
                Target(node: $0.node, dynamicAnchor: $0.isDynamic ? fragment : nil)
            }
        } else {
            target = self.target(of: fragment, in: resource, for: reference).map { Target(node: $0) }
        }
        guard let target else {
            reportMissing(text, at: reference, in: resource)
            return nil
        }
        if let kind { identifiers.index(target.node, as: kind) }
        return target
    }

    /// Returns the root of a document or of a schema with an `$id`, loading the file if necessary.
    private mutating func resource(
        _ id: ResourceID, named reference: URIReference, from node: Node, as kind: ObjectKind?
    ) -> Node? {
        if let known = identifiers.node(of: id) { return known }
        guard let path = path(of: id, named: reference, from: node) else {
            diagnostics.error(
                .remoteReference, "`\(reference.resource)` is not mapped to a local file", at: node.place,
                label: "nothing is read from the network", help: Self.mappingHelp(for: id))
            return nil
        }
        switch sources.root(of: path, into: &diagnostics) {
        case .success(let root):
            let whole: ObjectKind? = root["openapi"] != nil ? .document : kind == .schema ? .schema : nil
            identifiers.add(root, as: id, kind: whole)
            return root
        case .failure(.reported):
            return nil
        case .failure(.source(let error)):
            reportUnloadable(path, error, at: node)
            return nil
        }
    }

    /// Returns the path of the file that contains a resource.
    ///
    /// In a document with a `$self` or a root `$id`, relative references are URLs too. Those without a mapping are
    /// searched in the folder of the document.
    private func path(of id: ResourceID, named reference: URIReference, from node: Node) -> String? {
        switch id {
        case .file(let path): return path
        case .uri(let url):
            if let path = sources.urls.path(of: url) { return path }
            let isRelative = reference.scheme == nil && reference.authority == nil && !reference.path.hasPrefix("/")
            guard isRelative, identifiers.base(of: node) == identifiers.base(of: node.root) else { return nil }
            return ResourceID.path(reference, from: node.root.file.path)
        }
    }

    private static func mappingHelp(for id: ResourceID) -> String {
        guard case .uri(let url) = id, let slash = url.lastIndex(of: "/") else {
            return "move the file beside this one, and refer to it by a relative path"
        }
        return
            "download the file and map the URL to its folder: `--map-url \(url[...slash])=FOLDER`, or `urls:` in apus.yaml"
    }

    private mutating func reportUnloadable(_ path: String, _ error: SourceLoadingError, at reference: Node) {
        switch error {
        case .missing:
            diagnostics.error(.missingTarget, "there is no file `\(path)`", at: reference.place)
        case .forbidden:
            diagnostics.error(
                .unreadableReference, "`\(path)` is outside the folder of the description", at: reference.place,
                help: "set `root:` in apus.yaml to the folder that contains all files")
        case .unreadable(let reason):
            diagnostics.error(.unreadableReference, "`\(path)` cannot be read: \(reason)", at: reference.place)
        }
    }

    private mutating func reportMissing(_ text: String, at reference: Node, in resource: Node?) {
        guard unresolvable.insert(reference).inserted else { return }
        diagnostics.error(
            .missingTarget, "`\(text)` does not resolve", at: reference.place, label: "nothing is at this place",
            help: suggestion(for: text, at: reference, in: resource ?? reference.root))
    }

    private mutating func suggestion(for text: String, at reference: Node, in resource: Node) -> String? {
        guard let hash = text.firstIndex(of: "#") else { return nil }
        let fragment = String(text[text.index(after: hash)...])
        guard fragment.hasPrefix("/"), let slash = fragment.lastIndex(of: "/") else {
            return closest(to: fragment, in: identifiers.anchorNames(in: resource)).map {
                "did you mean `\(text[...hash])\($0)`?"
            }
        }
        if resource.parent != nil, resource.root.resolve(pointer: percentDecoded(fragment)) != nil {
            return "inside a schema with an `$id`, `#` is that schema and not the document: remove the `$id`"
        }
        if let current = Swagger2.target(of: fragment) {
            let exists = resource.root.resolve(pointer: percentDecoded(current)) != nil
            return "`\(text[hash...])` belongs to Swagger 2.0: "
                + (exists ? "write `\(text[...hash])\(current)`" : "in OpenAPI 3 it is at `#\(current)`")
        }
        let name = String(fragment[fragment.index(after: slash)...])
        let siblings = resource.resolve(pointer: percentDecoded(String(fragment[..<slash])))?.entries.map(\.key) ?? []
        comparisons += siblings.count
        guard comparisons < Bounds.comparisons else { return nil }
        return closest(to: name, in: siblings).map { "did you mean `\(text[...hash])\(fragment[...slash])\($0)`?" }
    }
}
