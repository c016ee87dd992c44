/// A value on the heap that copies share until one of them changes.
///
/// A declaration holds a dozen references, and every pass over the types copies it. A copy of this value only
/// increases one reference count.
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

// A box is only changed while it has one owner.
extension Shared: @unchecked Sendable where Value: Sendable {}
