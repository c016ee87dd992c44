extension Array: JSONCodable where Element: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe try reader.contents.content(ofArrayOf: Element.self).decode(into: memory, from: &reader)
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try encode(writer.contents.content(ofArrayOf: Element.self), memory, to: &writer)
    }

    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let left = unsafe left.assumingMemoryBound(to: Self.self).pointee
        let right = unsafe right.assumingMemoryBound(to: Self.self).pointee
        return unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { right in
                guard left.count == right.count else { return false }
                guard let leftBase = left.baseAddress, let rightBase = right.baseAddress, unsafe leftBase != rightBase
                else {
                    return true
                }
                return left.indices.allSatisfy { unsafe Element._areEqual(leftBase + $0, rightBase + $0) }
            }
        }
    }
}

extension Array: JSONContainer where Element: JSONCodable {
    static func areEqual(
        _ content: ContainerContent, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer
    ) -> Bool {
        unsafe left.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer { left in
            unsafe right.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer { right in
                guard left.count == right.count else { return false }
                guard let leftBase = left.baseAddress, let rightBase = right.baseAddress, unsafe leftBase != rightBase
                else {
                    return true
                }
                return unsafe content.areElementsEqual(leftBase, rightBase, count: left.count)
            }
        }
    }

    static var contentType: any JSONCodable.Type { Element.self }

    static func hash(_ content: ContainerContent, _ memory: UnsafeRawPointer, into hasher: inout Hasher) {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer { elements in
            hasher.combine(elements.count)
            guard let first = elements.baseAddress else { return }
            unsafe content.hashElements(first, count: elements.count, into: &hasher)
        }
    }

    static func decode(_ content: ContainerContent, from reader: inout JSONReader) throws(JSONError) -> Self {
        let mark = reader.scratch.mark
        let values = try content.readElements(from: &reader)
        let array =
            unsafe values.count == 0
            ? []
            : [Element](unsafeUninitializedCapacity: values.count) { target, count in
                unsafe target.baseAddress!.moveInitialize(
                    from: values.start.assumingMemoryBound(to: Element.self), count: values.count)
                count = values.count
            }
        values.deallocate()
        reader.scratch.release(to: mark)
        return array
    }

    static func encode(
        _ content: ContainerContent, _ memory: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError) {
        guard try writer.mayOpen() else { return }
        writer.beginArray()
        var failure: JSONError?
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer { elements in
            guard let first = elements.baseAddress else { return }
            do throws(JSONError) {
                unsafe try content.writeElements(UnsafeRawPointer(first), count: elements.count, to: &writer)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        writer.endArray()
    }
}
