public import ApusDiagnostics

/// A description whose parts are numbered, and which knows where each stands.
public protocol SourceTree: AnyObject, Sendable {
    func filePath(of node: UInt32) -> String
    /// The offset of a part's first byte in the file.
    func offset(of node: UInt32) -> Int
    /// Its line and column too, which take longer to find.
    func place(of node: UInt32) -> Place
    /// The JSON Pointer (RFC 6901) within the file.
    func pointer(of node: UInt32) -> String
}

/// Where in the description a thing comes from, so that a later stage can point at it.
///
/// Every type, property and assertion has one, and hardly any is looked at. So it refers to what it comes from, and
/// place and pointer are worked out when they are asked for.
public struct Origin: Hashable, Sendable {
    private let tree: any SourceTree
    private let node: UInt32

    /// The origin that is a part of a description, by its number.
    public init(_ tree: some SourceTree, node: UInt32) {
        self.tree = tree
        self.node = node
    }

    /// An origin that is known in words rather than as a node.
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

/// A description of one part, whose place is known.
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
