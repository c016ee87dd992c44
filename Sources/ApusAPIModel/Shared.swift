/// A value on the heap that copies share until one of them changes.
///
/// A declaration holds a dozen references, and every pass over the types takes copies of it: to copy this is to count
/// one of them.
@usableFromInline
struct Shared<Value> {
    @usableFromInline
    final class Box {
        @usableFromInline var value: Value

        @usableFromInline
        init(_ value: Value) { self.value = value }
    }

    @usableFromInline var box: Box

    @usableFromInline
    init(_ value: Value) { box = Box(value) }

    @inlinable
    var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }
}

// No one changes a box that others have too.
extension Shared: @unchecked Sendable where Value: Sendable {}
