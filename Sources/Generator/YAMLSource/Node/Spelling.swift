/// A string that is compared by code points.
///
/// Swift's `==` treats the two Unicode spellings of `é` as equal. Keys and names on the wire must distinguish them.
public struct Spelling: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static func == (a: Spelling, b: Spelling) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    // Equal code points imply equality of the strings, so that their hash can be used.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
