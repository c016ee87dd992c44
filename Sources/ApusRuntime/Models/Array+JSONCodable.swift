extension Array: JSONCodable where Element: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        try reader.beginArray()
        // Elements are decoded into memory of our own, without their type: one generic operation an array rather than
        // some an element.
        let stride = MemoryLayout<Element>.stride
        var elements: UnsafeMutableRawPointer?
        var capacity = 0
        var count = 0
        do throws(JSONError) {
            while try reader.nextElement() {
                if count == capacity {
                    capacity = Swift.max(4, 2 * capacity)
                    let grown = UnsafeMutableRawPointer.allocate(
                        byteCount: capacity * stride, alignment: MemoryLayout<Element>.alignment)
                    if let elements {
                        grown.moveInitializeMemory(
                            as: Element.self, from: elements.assumingMemoryBound(to: Element.self), count: count)
                        elements.deallocate()
                    }
                    elements = grown
                }
                try Element._decode(into: elements.unsafelyUnwrapped + count &* stride, from: &reader)
                count &+= 1
            }
        } catch {
            elements?.assumingMemoryBound(to: Element.self).deinitialize(count: count)
            elements?.deallocate()
            var error = error
            error.prepend(count)
            throw error
        }
        let array = [Element](unsafeUninitializedCapacity: count) { target, initializedCount in
            if let elements {
                target.baseAddress?.moveInitialize(from: elements.assumingMemoryBound(to: Element.self), count: count)
            }
            initializedCount = count
        }
        elements?.deallocate()
        memory.initializeMemory(as: Self.self, to: array)
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        let array = memory.assumingMemoryBound(to: Self.self).pointee
        writer.beginArray()
        var failure: JSONError?
        array.withUnsafeBufferPointer { elements in
            for index in elements.indices {
                writer.nextElement()
                do throws(JSONError) {
                    try Element._encode(UnsafeRawPointer(elements.baseAddress! + index), to: &writer)
                } catch {
                    failure = error
                    failure?.prepend(index)
                    return
                }
            }
        }
        if let failure { throw failure }
        writer.endArray()
    }

    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let left = left.assumingMemoryBound(to: Self.self).pointee
        let right = right.assumingMemoryBound(to: Self.self).pointee
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                guard left.count == right.count else { return false }
                guard let leftBase = left.baseAddress, let rightBase = right.baseAddress, leftBase != rightBase else {
                    return true
                }
                return left.indices.allSatisfy { Element._areEqual(leftBase + $0, rightBase + $0) }
            }
        }
    }
}
