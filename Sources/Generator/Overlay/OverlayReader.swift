import ApusByteText
import ApusDiagnostics
import ApusYAMLSource

/// Reads the objects of an overlay (Overlay Specification, section 4.4).
struct OverlayReader {
    var diagnostics: Diagnostics
    private var allowsCopy = false

    init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    mutating func actions(of root: Node) -> [Overlay.Action] {
        guard root.kind == .mapping else {
            refuse(root, "an overlay is a mapping")
            return []
        }
        readVersion(root)
        check(
            root, "an overlay", allowed: ["overlay", "info", "extends", "actions"],
            required: ["overlay", "info", "actions"])
        if let info = mapping(root["info"], "info") {
            check(
                info, "an overlay's `info`", allowed: ["title", "version", "description"],
                required: ["title", "version"])
            for name in ["title", "version", "description"] { _ = string(info[name], name) }
        }
        _ = string(root["extends"], "extends")
        guard let list = root["actions"] else { return [] }
        guard list.kind == .sequence, !list.elements.isEmpty else {
            refuse(list, "`actions` must be a list of actions")
            return []
        }
        refuseRepetitions(in: list)
        return list.elements.compactMap { action($0) }
    }

    private mutating func readVersion(_ root: Node) {
        guard let version = root["overlay"] else { return }
        let parts = version.kind == .string ? version.text.split(separator: ".", omittingEmptySubsequences: false) : []
        let isKnown =
            parts.count == 3 && parts[0] == "1" && ["0", "1"].contains(parts[1])
            && !parts[2].isEmpty && parts[2].utf8.allSatisfy(\.isASCIIDigit)
        allowsCopy = parts.count > 1 && parts[1] != "0"
        if isKnown { return }
        diagnostics.error(
            .invalidOverlay, "version `\(version.text)` of the Overlay Specification is not supported",
            at: version.place, help: "write `1.0.0` or `1.1.0`")
    }

    private mutating func action(_ node: Node) -> Overlay.Action? {
        guard let node = mapping(node, "action") else { return nil }
        let fields = ["target", "description", "update", "remove"] + (allowsCopy ? ["copy"] : [])
        check(node, "an action", allowed: fields, required: ["target"])
        _ = string(node["description"], "description")
        if let remove = node["remove"], remove.kind != .boolean { refuse(remove, "`remove` must be `true` or `false`") }
        guard let targetNode = string(node["target"], "target"), let target = path(targetNode) else { return nil }
        var change: Overlay.Action.Change?
        if node["remove"]?.boolean == true {
            change = .remove
        } else if let copy = node["copy"] {
            if let other = node["update"] {
                diagnostics.error(
                    .invalidOverlay, "`copy` and `update` exclude each other", at: copy.place,
                    notes: [.init("`update` is here", at: other.place)])
            }
            guard let source = string(copy, "copy"), let query = path(source) else { return nil }
            change = .copy(query, source)
        } else if let update = node["update"] {
            change = .update(update)
        }
        return Overlay.Action(node: node, target: target, targetNode: targetNode, change: change)
    }

    private mutating func path(_ node: Node) -> JSONPath? {
        do throws(JSONPathError) {
            return try JSONPathParser.parse(node.text)
        } catch {
            diagnostics.error(
                .invalidJSONPath, "this is not a JSONPath query", at: node.place(ofContentAt: error.position),
                label: error.reason)
            return nil
        }
    }

    // MARK: Fields

    private mutating func check(_ node: Node, _ title: String, allowed: [String], required: [String]) {
        for entry in node.entries where !allowed.contains(entry.key) && !entry.key.hasPrefix("x-") {
            diagnostics.error(
                .invalidOverlay, "\(title) has no field `\(entry.key)`", at: entry.keyNode.place,
                help: suggestion(for: entry.key, among: allowed))
        }
        for name in required where node[name] == nil {
            diagnostics.error(.invalidOverlay, "\(title) needs `\(name)`", at: node.place)
        }
    }

    private mutating func string(_ node: Node?, _ name: String) -> Node? {
        guard let node else { return nil }
        if node.kind == .string { return node }
        refuse(node, "`\(name)` must be a string")
        return nil
    }

    private mutating func mapping(_ node: Node?, _ name: String) -> Node? {
        guard let node else { return nil }
        if node.kind == .mapping { return node }
        refuse(node, "`\(name)` must be a mapping")
        return nil
    }

    private mutating func refuse(_ node: Node, _ message: String) {
        diagnostics.error(.invalidOverlay, message, at: node.place, label: "this is \(node.kind.phrase)")
    }

    /// Reports equal actions (the specification's schema: `uniqueItems`).
    private mutating func refuseRepetitions(in list: Node) {
        var seen: [String: Node] = [:]
        for action in list.elements {
            let text = Self.fingerprint(action)
            if let first = seen[text] {
                diagnostics.error(
                    .invalidOverlay, "this action is given twice", at: action.place,
                    notes: [.init("it is first given here", at: first.place)])
            } else {
                seen[text] = action
            }
        }
    }

    /// Returns a text that is the same for equal values.
    private static func fingerprint(_ node: Node) -> String {
        switch node.kind {
        case .mapping:
            "{"
                + node.entries.map { "\($0.key.debugDescription):\(fingerprint($0.value))" }.sorted().joined(
                    separator: ",") + "}"
        case .sequence: "[" + node.elements.map(fingerprint).joined(separator: ",") + "]"
        case .string: node.text.debugDescription
        default: node.text
        }
    }
}
