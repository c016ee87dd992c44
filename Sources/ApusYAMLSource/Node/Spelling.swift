/// A text that equals another only if it has the same code points.
///
/// Swift holds `é` for the same in its two spellings in Unicode; keys and names on the wire differ in them.
public struct Spelling: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static func == (a: Spelling, b: Spelling) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    // Texts with the same code points are equal as Swift sees it too, so that its hash will do.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
