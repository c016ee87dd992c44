/// A string that is compared by code points, as the names of JSON members are.
///
/// Swift's strings are equal if they are canonically equivalent, such as `é` and `e` followed by a combining accent.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { isSameText(left.text, right.text) }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

func isSameText(_ left: String, _ right: String) -> Bool {
    haveSameBytes(left, right) ?? left.utf8.elementsEqual(right.utf8)
}
