/// A node of a parsed document: a scalar, a sequence or a mapping.
///
/// A node is a reference into its document, cheap to copy; two nodes are equal if they are the same node of the same
/// document. A node that an alias repeats is one node.
public struct Node: Hashable, Sendable {
    /// The kinds of the core schema (YAML 1.2.2, section 10.3): `no`, `on` and dates are strings.
    public enum Kind: UInt8, Hashable, Sendable {
        case null, boolean, integer, number, string, sequence, mapping

        /// The kind in words, as in "a mapping".
        public var noun: String {
            switch self {
            case .null: "null"
            case .boolean: "boolean"
            case .integer: "integer"
            case .number: "number"
            case .string: "string"
            case .sequence: "sequence"
            case .mapping: "mapping"
            }
        }

        /// The kind in a sentence, such as "an integer".
        public var phrase: String {
            switch self {
            case .null: noun
            case .integer: "an " + noun
            case .boolean, .number, .string, .sequence, .mapping: "a " + noun
            }
        }

        /// Whether the node has text and no children.
        public var isScalar: Bool { self != .sequence && self != .mapping }
    }

    /// The document that holds the node.
    public let tree: Tree
    /// The node's number in its document.
    public let index: UInt32

    init(tree: Tree, index: UInt32) {
        self.tree = tree
        self.index = index
    }

    var record: Record { tree.records[Int(index)] }

    public var kind: Kind { record.kind }

    /// The file that holds the node.
    public var file: SourceFile { source.file }

    var source: Tree.Source { tree.sources[Int(record.source)] }

    /// A scalar's content as it is spelled (`3.10` stays `3.10`), without quotes and escapes; otherwise empty.
    public var text: String {
        let record = record
        return record.kind.isScalar ? tree.text(of: record) : ""
    }

    /// The content of a string, or nil.
    public var string: String? {
        let record = record
        return record.kind == .string ? tree.text(of: record) : nil
    }

    /// The value of a boolean, or nil.
    public var boolean: Bool? {
        let record = record
        guard record.kind == .boolean else { return nil }
        return tree.pool[Int(record.first)] | 0x20 == UInt8(ascii: "t")
    }

    /// Whether this is an integer as JSON Schema has it, which `1.0` and `1e3` are, too (JSON Schema Core, 4.2.3).
    public var isInteger: Bool {
        guard kind == .number else { return kind == .integer }
        guard let value = Double(text), !value.isNaN else { return false }
        // From 2⁵² on there are no fractions.
        return value.magnitude >= 0x1p52 || value == Double(Int64(value))
    }

    public static func == (a: Node, b: Node) -> Bool { a.tree === b.tree && a.index == b.index }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(tree))
        hasher.combine(index)
    }
}
