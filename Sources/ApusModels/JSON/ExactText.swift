/// A string that is equal to another if it has the same code points, as JSON's names are, rather than if it looks the
/// same, as Swift's strings are (`é` and `e` with an accent).
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { isSameText(left.text, right.text) }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

func isSameText(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.elementsEqual(right.utf8)
}
