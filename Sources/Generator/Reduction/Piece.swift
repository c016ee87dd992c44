import ApusDiagnostics
import ApusYAMLSource

/// A part of a document that is made smaller.
indirect enum Piece {
    /// A scalar as YAML spells it.
    case scalar(String)
    case sequence([Piece])
    /// Members with their keys as YAML spells them.
    case mapping([(key: String, value: Piece)])
}

extension Piece {
    /// Copies a tree. Aliases become copies of their nodes.
    init(_ node: Node) {
        switch node.kind {
        case .sequence: self = .sequence(node.elements.map(Piece.init))
        case .mapping:
            self = .mapping(node.entries.map { (Self.spelling(of: $0.keyNode), Piece($0.value)) })
        default: self = .scalar(Self.spelling(of: node))
        }
    }

    /// Plain text stays plain, because problems may depend on it.
    private static func spelling(of node: Node) -> String {
        let text = node.text
        if node.kind != .string { return text.isEmpty ? "null" : text }
        return node.isPlainYAML && !text.contains("\n") ? text : jsonQuoted(text)
    }

    var children: [Piece] {
        switch self {
        case .scalar: []
        case .sequence(let elements): elements
        case .mapping(let members): members.map(\.value)
        }
    }

    /// The number of nodes.
    var size: Int { children.reduce(1) { $0 + $1.size } }

    /// The piece at a path of positions.
    subscript(path: ArraySlice<Int>) -> Piece {
        guard let first = path.first else { return self }
        return children[first][path.dropFirst()]
    }

    /// Returns a copy with another piece at a path.
    func replacing(_ path: ArraySlice<Int>, with piece: Piece) -> Piece {
        guard let first = path.first else { return piece }
        let child = children[first].replacing(path.dropFirst(), with: piece)
        switch self {
        case .scalar: return self
        case .sequence(var elements):
            elements[first] = child
            return .sequence(elements)
        case .mapping(var members):
            members[first].value = child
            return .mapping(members)
        }
    }

    /// Returns a copy without some of the children.
    func removing(_ range: Range<Int>) -> Piece {
        switch self {
        case .scalar: return self
        case .sequence(var elements):
            elements.removeSubrange(range)
            return .sequence(elements)
        case .mapping(var members):
            members.removeSubrange(range)
            return .mapping(members)
        }
    }

    /// The paths of all containers at a depth.
    func containers(at depth: Int) -> [[Int]] {
        if case .scalar = self { return [] }
        if depth == 0 { return [[]] }
        return children.enumerated().flatMap { index, child in child.containers(at: depth - 1).map { [index] + $0 } }
    }
}

extension Piece {
    /// The document as YAML in block style.
    var yaml: String {
        switch self {
        case .scalar(let text): text + "\n"
        case .sequence, .mapping: lines.map { $0 + "\n" }.joined()
        }
    }

    private var lines: [String] {
        switch self {
        case .scalar(let text): [text]
        case .sequence(let elements) where elements.isEmpty: ["[]"]
        case .mapping(let members) where members.isEmpty: ["{}"]
        case .sequence(let elements):
            elements.flatMap { element in
                let lines = element.lines
                return ["- " + lines[0]] + lines.dropFirst().map { "  " + $0 }
            }
        case .mapping(let members):
            members.flatMap { key, value in
                let lines = value.lines
                return value.isBlock ? ["\(key):"] + lines.map { "  " + $0 } : ["\(key): \(lines[0])"]
            }
        }
    }

    private var isBlock: Bool { !children.isEmpty }
}
