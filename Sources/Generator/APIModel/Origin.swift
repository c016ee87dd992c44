public import ApusDiagnostics

/// A description with numbered parts and their positions.
public protocol SourceTree: AnyObject, Sendable {
    func filePath(of node: UInt32) -> String
    /// The offset of a part's first byte in the file.
    func offset(of node: UInt32) -> Int
    /// The place with line and column, which takes longer to find.
    func place(of node: UInt32) -> Place
    /// The JSON Pointer (RFC 6901) within the file.
    func pointer(of node: UInt32) -> String
}

/// The origin of a value in the description, so that later stages can report its place.
///
/// Every type, property and assertion has one, and few are used. An origin therefore only refers to its part of the
/// description, and computes place and pointer on demand.
public struct Origin: Hashable, Sendable {
    private let tree: any SourceTree
    private let node: UInt32

    /// Creates the origin for a numbered part of a description.
    public init(_ tree: some SourceTree, node: UInt32) {
        self.tree = tree
        self.node = node
    }

    /// Creates an origin with a known place, without a node.
    public init(place: Place, pointer: String) {
        tree = KnownPlace(place: place, pointer: pointer)
        node = 0
    }

    public var filePath: String { tree.filePath(of: node) }
    /// The offset of the first byte in the file.
    public var offset: Int { tree.offset(of: node) }
    public var place: Place { tree.place(of: node) }
    /// The JSON Pointer (RFC 6901) within the file, such as `/components/schemas/Session`.
    public var pointer: String { tree.pointer(of: node) }

    public static func == (a: Origin, b: Origin) -> Bool {
        if a.node != b.node { return false }
        if a.tree === b.tree { return true }
        guard let one = a.tree as? KnownPlace, let other = b.tree as? KnownPlace else { return false }
        return one.place == other.place && one.pointer == other.pointer
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}

/// A description of one part with a known place.
private final class KnownPlace: SourceTree {
    let place: Place
    let pointer: String

    init(place: Place, pointer: String) {
        self.place = place
        self.pointer = pointer
    }

    func filePath(of node: UInt32) -> String { place.file }
    func offset(of node: UInt32) -> Int { place.offset }
    func place(of node: UInt32) -> Place { place }
    func pointer(of node: UInt32) -> String { pointer }
}

extension Origin: CustomReflectable {
    public var customMirror: Mirror {
        Mirror(self, children: ["place": place, "pointer": pointer], displayStyle: .struct)
    }
}
