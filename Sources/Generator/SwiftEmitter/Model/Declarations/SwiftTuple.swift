import ApusAPIModel

/// A generated struct for an array of fixed length, with a type for each element.
struct SwiftTuple {
    struct Element {
        let name: String
        let type: SwiftType
    }

    let elements: [Element]

    init(_ uses: [TypeUse], _ types: SwiftTypes) {
        elements = uses.enumerated().map { index, use in
            let name = Self.ordinals.indices.contains(index) ? Self.ordinals[index] : "element\(index + 1)"
            return Element(name: name, type: types.swiftType(use))
        }
    }

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
}
