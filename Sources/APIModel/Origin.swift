public import Diagnostics

/// Something in a description that knows where it stands.
public protocol SourceNode: Hashable, Sendable {
    var filePath: String { get }
    /// The offset of its first byte in the file.
    var offset: Int { get }
    /// Its line and column too, which take longer to find.
    var place: Place { get }
    /// The JSON Pointer (RFC 6901) within the file.
    var pointer: String { get }
}

/// Where in the description a thing comes from, so that a later stage can point at it.
///
/// Every type, property and assertion has one, and hardly any is looked at. So it refers to what it comes from, and
/// place and pointer are worked out when they are asked for.
public struct Origin: Hashable, Sendable {
    private let node: any SourceNode

    public init(_ node: some SourceNode) { self.node = node }

    /// An origin that is known in words rather than as a node.
    public init(place: Place, pointer: String) { node = KnownPlace(place: place, pointer: pointer) }

    public var filePath: String { node.filePath }
    /// The offset of the first byte in the file.
    public var offset: Int { node.offset }
    public var place: Place { node.place }
    /// The JSON Pointer (RFC 6901) within the file, such as `/components/schemas/Session`.
    public var pointer: String { node.pointer }

    public static func == (a: Origin, b: Origin) -> Bool {
        func isSame<Node: SourceNode>(_ node: Node) -> Bool { (a.node as? Node) == node }
        return isSame(b.node)
    }

    public func hash(into hasher: inout Hasher) { node.hash(into: &hasher) }
}

private struct KnownPlace: SourceNode {
    var filePath: String { place.file }
    var offset: Int { place.offset }
    var place: Place
    var pointer: String
}

extension Origin: CustomReflectable {
    public var customMirror: Mirror {
        Mirror(self, children: ["place": place, "pointer": pointer], displayStyle: .struct)
    }
}
