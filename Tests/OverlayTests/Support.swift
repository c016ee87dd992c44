import ApusDiagnostics
import ApusYAMLSource
import TestSupport

@testable import ApusOverlay

/// Parses a text, which must be free of problems.
func tree(_ text: String, path: String = "openapi.yaml") -> Node? {
    var diagnostics = Diagnostics()
    return parse(SourceFile(path: path, bytes: Array(text.utf8)), into: &diagnostics)
}

/// Returns the value as compact JSON, with keys in order.
func json(_ node: Node) -> String {
    switch node.kind {
    case .mapping: "{" + node.entries.map { "\($0.key):\(json($0.value))" }.joined(separator: ",") + "}"
    case .sequence: "[" + node.elements.map(json).joined(separator: ",") + "]"
    case .string: "'\(node.text)'"
    default: node.text
    }
}

/// Returns the document after an overlay, and the problems as `file:line: code message`.
func applied(
    _ overlay: String, to document: String, limits: Limits = .default
) -> (result: Node?, problems: [String]) {
    var diagnostics = Diagnostics()
    let overlay = Overlay(SourceFile(path: "overlay.yaml", bytes: Array(overlay.utf8)), into: &diagnostics)
    let result = tree(document).flatMap { overlay?.apply(to: $0, limits: limits, into: &diagnostics) }
    return (
        result, diagnostics.all.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0): \($0.code.id) \($0.message)" }
    )
}

/// Returns an overlay with actions.
func overlay(_ actions: String) -> String {
    "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n" + actions
}
