/// A value on the heap that is copied on write.
///
/// The public types of the client store their properties in one. A struct of one word takes the compiler little code to
/// copy and to destroy. Otherwise every generated function would contain code for each property.
struct OnHeap<Value: Sendable>: Sendable {
    // Only modified by its single owner.
    private final class Box: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    init(_ value: Value) { box = Box(value) }

    var value: Value {
        get { box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }
}

extension OnHeap: Equatable where Value: Equatable {
    static func == (left: Self, right: Self) -> Bool { left.box === right.box || left.value == right.value }
}

extension OnHeap: Hashable where Value: Hashable {
    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
