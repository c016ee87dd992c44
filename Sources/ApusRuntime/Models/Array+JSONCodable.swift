extension Array: JSONCodable where Element: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        try reader.beginArray()
        // Elements are decoded into memory of our own: one generic operation an array rather than one an element.
        var elements = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
        var count = 0
        do throws(JSONError) {
            while try reader.nextElement() {
                if count == elements.count {
                    let grown = UnsafeMutableBufferPointer<Element>.allocate(capacity: Swift.max(4, 2 * count))
                    _ = grown.moveInitialize(fromContentsOf: elements)
                    elements.deallocate()
                    elements = grown
                }
                try Element._decode(into: UnsafeMutableRawPointer(elements.baseAddress! + count), from: &reader)
                count &+= 1
            }
        } catch {
            _ = elements.extracting(0..<count).deinitialize()
            elements.deallocate()
            var error = error
            error.prepend(count)
            throw error
        }
        let array = [Element](unsafeUninitializedCapacity: count) { target, initializedCount in
            if count > 0 { _ = target.moveInitialize(fromContentsOf: elements.extracting(0..<count)) }
            initializedCount = count
        }
        elements.deallocate()
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
}
