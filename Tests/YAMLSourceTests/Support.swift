import ApusDiagnostics
import ApusYAMLSource
import Foundation

/// Parses a text as a file, by default `test.yaml`.
func parsed(
    _ text: String, name: String = "test.yaml", limits: Limits = .default
) -> (root: Node?, diagnostics: Diagnostics) {
    parsed(Array(text.utf8), name: name, limits: limits)
}

func parsed(
    _ bytes: [UInt8], name: String = "test.yaml", limits: Limits = .default
) -> (root: Node?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let root = parse(SourceFile(path: name, bytes: bytes), limits: limits, into: &diagnostics)
    return (root, diagnostics)
}

/// Returns the codes of the diagnostics for a rejected text.
func codes(_ text: String, name: String = "test.yaml", limits: Limits = .default) -> [String] {
    parsed(text, name: name, limits: limits).diagnostics.all.map(\.code.id)
}

extension Node {
    /// The tree in one line, such as `{a: [1, "b"]}`. Scalars other than strings are as written.
    var outline: String {
        switch kind {
        case .string: "\"\(text)\""
        case .null: "null"
        case .boolean, .integer, .number: text
        case .sequence: "[" + elements.map(\.outline).joined(separator: ", ") + "]"
        case .mapping: "{" + entries.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
        }
    }

    /// Whether two trees represent the same JSON. Numbers are compared by value, mappings without order.
    func means(_ other: Node) -> Bool {
        switch (kind, other.kind) {
        case (.null, .null): true
        case (.boolean, .boolean): boolean == other.boolean
        case (.integer, .integer), (.number, .number), (.integer, .number), (.number, .integer):
            numericValue == other.numericValue
        case (.string, .string): Array(text.utf8) == Array(other.text.utf8)
        case (.sequence, .sequence):
            elements.count == other.elements.count && zip(elements, other.elements).allSatisfy { $0.means($1) }
        case (.mapping, .mapping):
            entries.count == other.entries.count
                && entries.allSatisfy { entry in other[entry.key].map { entry.value.means($0) } ?? false }
        default: false
        }
    }

    private var numericValue: Double? {
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map(Double.init) }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map(Double.init) }
        return Double(text)
    }
}
