/// A node of a parsed document: a scalar, a sequence or a mapping.
///
/// A node is a cheap reference into its document. Two nodes are equal if they have the same position in the same
/// document. All aliases of a node are that node.
public struct Node: Hashable, Sendable {
    /// The kinds of the core schema (YAML 1.2.2, section 10.3). `no`, `on` and dates are strings.
    public enum Kind: UInt8, Hashable, Sendable {
        case null, boolean, integer, number, string, sequence, mapping

        /// The kind's name, such as "mapping".
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

        /// The kind's name with an article, such as "an integer".
        public var phrase: String {
            switch self {
            case .null: noun
            case .integer: "an " + noun
            case .boolean, .number, .string, .sequence, .mapping: "a " + noun
            }
        }

        /// Whether the node has text rather than children.
        public var isScalar: Bool { self != .sequence && self != .mapping }
    }

    /// The document that contains the node.
    public let tree: Tree
    /// The node's number in its document.
    public let index: UInt32

    init(tree: Tree, index: UInt32) {
        self.tree = tree
        self.index = index
    }

    var record: Record { tree.records[Int(index)] }

    public var kind: Kind { record.kind }

    /// The file that contains the node.
    public var file: SourceFile { source.file }

    var source: Tree.Source { tree.sources[Int(record.source)] }

    /// A scalar's content as written (`3.10` stays `3.10`), without quotes and escapes. Empty for any other node.
    public var text: String {
        let record = record
        return record.kind.isScalar ? tree.text(of: record) : ""
    }

    /// The content of a string, or `nil` for any other node.
    public var string: String? {
        let record = record
        return record.kind == .string ? tree.text(of: record) : nil
    }

    /// The value of a Boolean, or `nil` for any other node.
    public var boolean: Bool? {
        let record = record
        guard record.kind == .boolean else { return nil }
        return tree.pool[Int(record.first)] | 0x20 == UInt8(ascii: "t")
    }

    /// Whether this is an integer in JSON Schema's sense, which includes `1.0` and `1e3` (JSON Schema Core, 4.2.3).
    public var isInteger: Bool {
        guard kind == .number else { return kind == .integer }
        guard let value = Double(text), !value.isNaN else { return false }
        // Numbers from 2⁵² on have no fraction.
        return value.magnitude >= 0x1p52 || value == Double(Int64(value))
    }

    public static func == (a: Node, b: Node) -> Bool { a.tree === b.tree && a.index == b.index }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(tree))
        hasher.combine(index)
    }
}
