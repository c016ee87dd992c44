/// An array or dictionary whose values are decoded and encoded by shared code without their static type.
///
/// Only the container itself needs generic code.
protocol JSONContainer: JSONCodable {
    /// The type of the elements or of the members' values.
    static var contentType: any JSONCodable.Type { get }
    /// Decodes a container.
    ///
    /// Returning the container is cheaper than initializing memory with it, which would look up the container's type.
    static func decode(_ content: ContainerContent, from reader: inout JSONReader) throws(JSONError) -> Self
    /// Encodes the container in memory.
    static func encode(
        _ content: ContainerContent, _ memory: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError)
    /// Returns whether the containers at two addresses are equal.
    static func areEqual(
        _ content: ContainerContent, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer
    ) -> Bool
    /// Hashes the container in memory.
    static func hash(_ content: ContainerContent, _ memory: UnsafeRawPointer, into hasher: inout Hasher)
}

/// The content type of an array or dictionary and its layout.
///
/// It is created once per field or type and never freed. A pointer, so that passing it needs no reference counting.
@safe  // The memory behind the pointer is never changed or freed.
struct ContainerContent: @unchecked Sendable {
    @safe  // As above.
    private struct Description {
        let type: any JSONContainer.Type
        /// A separate allocation, so that calling its methods does not copy it.
        let value: UnsafePointer<Field>
        let stride: Int
        let alignment: Int
    }

    private let description: UnsafePointer<Description>

    init(of type: any JSONContainer.Type) {
        let (stride, alignment) = layout(of: type.contentType)
        let value = UnsafeMutablePointer<Field>.allocate(capacity: 1)
        unsafe value.initialize(to: Field(type.contentType))
        let description = UnsafeMutablePointer<Description>.allocate(capacity: 1)
        unsafe description.initialize(
            to: Description(type: type, value: UnsafePointer(value), stride: stride, alignment: alignment))
        unsafe self.description = unsafe UnsafePointer(description)
    }

    /// Decodes a container and initializes memory with it.
    func decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        unsafe try decodeContainer(description.pointee.type, self, into: memory, from: &reader)
    }

    /// Encodes the container in memory.
    func encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try description.pointee.type.encode(self, memory, to: &writer)
    }

    /// Decodes the elements of an array.
    func readElements(from reader: inout JSONReader) throws(JSONError) -> ContainerValues {
        try reader.beginArray()
        let value = unsafe description.pointee.value
        let stride = unsafe description.pointee.stride
        var values = ContainerValues()
        do throws(JSONError) {
            while try reader.nextElement() {
                if values.count == values.capacity { grow(&values, &reader) }
                unsafe try value.decode(into: values.start + values.count &* stride, from: &reader)
                values.count &+= 1
            }
        } catch {
            discard(values)
            var error = error
            error.prepend(values.count)
            throw error
        }
        return values
    }

    /// Decodes the members of an object.
    func readMembers(from reader: inout JSONReader) throws(JSONError) -> ContainerMembers {
        try reader.beginObject()
        let value = unsafe description.pointee.value
        let stride = unsafe description.pointee.stride
        var members = ContainerMembers()
        do throws(JSONError) {
            while try reader.nextMember() {
                if members.values.count == members.values.capacity {
                    grow(&members.values, &reader)
                    members.growNames(&reader)
                }
                unsafe (members.names + members.values.count).initialize(
                    to: ContainerMembers.Name(text: reader.memberName, offset: reader.position))
                members.nameCount &+= 1
                unsafe try value.decode(
                    into: members.values.start + members.values.count &* stride, from: &reader)
                members.values.count &+= 1
            }
        } catch {
            discard(members.values)
            var error = error
            // A duplicate name comes before the error in the text.
            if let duplicate = members.duplicate(in: reader) {
                error = duplicate
            } else if members.nameCount > members.values.count {
                unsafe error.prepend(members.names[members.nameCount - 1].text)
            }
            members.discardNames()
            throw error
        }
        return members
    }

    /// Encodes the elements of an array.
    func writeElements(
        _ elements: UnsafeRawPointer, count: Int, to writer: inout JSONWriter
    ) throws(JSONError) {
        let value = unsafe description.pointee.value
        let stride = unsafe description.pointee.stride
        var index = 0
        while index < count {
            writer.nextElement()
            do throws(JSONError) {
                unsafe try value.pointee.encodeOrNull(elements + index &* stride, to: &writer)
            } catch {
                var error = error
                error.prepend(index)
                throw error
            }
            index &+= 1
        }
    }

    /// Encodes the members of an object, sorted by name so that equal values have the same text.
    func writeMembers(
        _ names: UnsafePointer<String>, _ values: UnsafeRawPointer, count: Int, to writer: inout JSONWriter
    ) throws(JSONError) {
        let value = unsafe description.pointee.value
        let stride = unsafe description.pointee.stride
        let order = unsafe writer.scratch.allocate(count, of: Int.self)
        unsafe sortIndices(order, of: names, count: count)
        var next = 0
        while next < count {
            let index = unsafe order[next]
            unsafe writer.writeMemberName(names[index])
            do throws(JSONError) {
                unsafe try value.pointee.encodeOrNull(values + index &* stride, to: &writer)
            } catch {
                var error = error
                unsafe error.prepend(names[index])
                throw error
            }
            next &+= 1
        }
    }

    /// Returns whether the containers at two addresses are equal.
    func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        unsafe description.pointee.type.areEqual(self, left, right)
    }

    /// Returns whether as many elements at two addresses are equal, one by one.
    func areElementsEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
        let value = unsafe description.pointee.value
        let stride = unsafe description.pointee.stride
        var index = 0
        while index < count {
            guard unsafe value.pointee.areEqual(left + index &* stride, right + index &* stride) else { return false }
            index &+= 1
        }
        return true
    }

    /// Hashes the container in memory.
    func hash(_ memory: UnsafeRawPointer, into hasher: inout Hasher) {
        unsafe description.pointee.type.hash(self, memory, into: &hasher)
    }

    /// Hashes elements, one by one.
    func hashElements(_ elements: UnsafeRawPointer, count: Int, into hasher: inout Hasher) {
        let value = unsafe description.pointee.value
        let stride = unsafe description.pointee.stride
        var index = 0
        while index < count {
            unsafe value.pointee.hash(elements + index &* stride, into: &hasher)
            index &+= 1
        }
    }

    /// Returns whether the values at two addresses are equal.
    func areValuesEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        unsafe description.pointee.value.pointee.areEqual(left, right)
    }

    private func grow(_ values: inout ContainerValues, _ reader: inout JSONReader) {
        let stride = unsafe description.pointee.stride
        let alignment = unsafe description.pointee.alignment
        var grown = ContainerValues()
        grown.count = values.count
        grown.capacity = max(4, 2 * values.capacity)
        grown.isOwned = grown.capacity * stride > 1024
        if grown.isOwned {
            unsafe grown.start = .allocate(byteCount: grown.capacity * stride, alignment: alignment)
        } else {
            unsafe grown.start = unsafe reader.scratch.allocate(
                byteCount: grown.capacity * stride, alignment: alignment)
        }
        if values.count > 0 {
            unsafe moveValues(description.pointee.value.pointee.valueType, values.start, to: grown.start, values.count)
        }
        values.deallocate()
        values = grown
    }

    private func discard(_ values: ContainerValues) {
        unsafe destroyValues(description.pointee.value.pointee.valueType, values.start, values.count)
        values.deallocate()
    }
}

private func decodeContainer<Container: JSONContainer>(
    _ type: Container.Type, _ content: ContainerContent, into memory: UnsafeMutableRawPointer,
    from reader: inout JSONReader
) throws(JSONError) {
    unsafe memory.assumingMemoryBound(to: type).initialize(to: try type.decode(content, from: &reader))
}

private func layout<Value: JSONCodable>(of type: Value.Type) -> (stride: Int, alignment: Int) {
    (MemoryLayout<Value>.stride, MemoryLayout<Value>.alignment)
}

private func moveValues<Value: JSONCodable>(
    _ type: Value.Type, _ source: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer, _ count: Int
) {
    unsafe target.moveInitializeMemory(as: Value.self, from: source.assumingMemoryBound(to: Value.self), count: count)
}

private func destroyValues<Value: JSONCodable>(
    _ type: Value.Type, _ memory: UnsafeMutableRawPointer, _ count: Int
) {
    unsafe memory.assumingMemoryBound(to: type).deinitialize(count: count)
}

/// Initializes `indices` in the order of the names' UTF-8.
private func sortIndices(_ indices: UnsafeMutablePointer<Int>, of names: UnsafePointer<String>, count: Int) {
    var next = 0
    while next < count {
        unsafe (indices + next).initialize(to: next)
        next &+= 1
    }
    if count > 12 {
        var all = unsafe UnsafeMutableBufferPointer(start: indices, count: count)
        return unsafe all.sort { unsafe utf8Precedes(names[$0], names[$1]) }
    }
    // Insertion sort is the fastest for a few names.
    var sorted = 1
    while sorted < count {
        let index = unsafe indices[sorted]
        var place = sorted
        while place > 0, unsafe utf8Precedes(names[index], names[indices[place &- 1]]) {
            unsafe indices[place] = unsafe indices[place &- 1]
            place &-= 1
        }
        unsafe indices[place] = index
        sorted &+= 1
    }
}
