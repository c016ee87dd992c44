/// A value on the heap, which is copied when one of several that share it is changed.
///
/// What clients pass about is held in one of these: a struct of one word takes the compiler little to copy and to
/// destroy, where every generated function would have code for each of its properties.
struct OnHeap<Value: Sendable>: Sendable {
    // Changed only by its single holder.
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
