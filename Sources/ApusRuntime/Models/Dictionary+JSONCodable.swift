extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe try decode(ContainerContents.shared.content(of: Self.self), into: memory, from: &reader)
    }

    /// Reads a value, and adds it.
    mutating func decodeMember(named name: String, from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.position
        if let index = index(forKey: name) {
            if !isSameText(self[index].key, name) { throw reader.indistinctMember(name, at: offset) }
            if reader.options.duplicateMembers == .refused {
                var error = reader.duplicateMember(name, at: offset)
                error.prepend(name)
                throw error
            }
        }
        do throws(JSONError) { self[name] = try reader.decode() as Value } catch {
            var error = error
            error.prepend(name)
            throw error
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try encode(ContainerContents.shared.content(of: Self.self), memory, to: &writer)
    }
}

extension Dictionary: JSONContainer where Key == String, Value: JSONCodable {
    static var contentType: any JSONCodable.Type { Value.self }

    static func decode(
        _ content: ContainerContent, into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        let mark = reader.scratch.mark
        let members = try content.readMembers(from: &reader)
        let count = members.values.count
        let values = unsafe members.values.start.assumingMemoryBound(to: Value.self)
        var dictionary = Self(minimumCapacity: count)
        if count > 0 {
            // Not a `while`, from which the look-up of the dictionary's type cannot be moved out.
            var index = 0
            repeat {
                unsafe dictionary.updateValue((values + index).move(), forKey: members.names[index].text)
                index &+= 1
            } while index < count
        }
        members.values.deallocate()
        // Names that are equal are rare, so they are looked for only now.
        let error = dictionary.count < count ? members.duplicate(in: reader) : nil
        members.discardNames()
        reader.scratch.release(to: mark)
        if let error { throw error }
        unsafe memory.initializeMemory(as: Self.self, to: dictionary)
    }

    static func encode(
        _ content: ContainerContent, _ memory: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError) {
        let dictionary = unsafe memory.assumingMemoryBound(to: Self.self).pointee
        let count = dictionary.count
        writer.beginObject()
        if count > 0 {
            // In one pass into memory that shared code can read.
            let mark = writer.scratch.mark
            let names = unsafe writer.scratch.allocate(count, of: String.self)
            let values = unsafe writer.scratch.allocate(count, of: Value.self)
            var index = 0
            for (name, value) in dictionary {
                unsafe (names + index).initialize(to: name)
                unsafe (values + index).initialize(to: value)
                index &+= 1
            }
            defer {
                unsafe names.deinitialize(count: count)
                unsafe values.deinitialize(count: count)
                writer.scratch.release(to: mark)
            }
            unsafe try content.writeMembers(names, values, count: count, to: &writer)
        }
        writer.endObject()
    }
}
