extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        var dictionary = Self(minimumCapacity: 8)
        try reader.beginObject()
        let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        defer { value.deallocate() }
        while try reader.nextMember() {
            try dictionary.decodeMember(named: reader.memberName, by: value, from: &reader)
        }
        memory.initializeMemory(as: Self.self, to: dictionary)
    }

    /// Reads a value, by way of memory for one value, and adds it.
    mutating func decodeMember(
        named name: String, by value: UnsafeMutablePointer<Value>, from reader: inout JSONReader
    ) throws(JSONError) {
        let offset = reader.position
        do throws(JSONError) {
            try Value._decode(into: UnsafeMutableRawPointer(value), from: &reader)
            let old = updateValue(value.move(), forKey: name)
            if old != nil, reader.options.duplicateMembers == .refused {
                throw reader.duplicateMember(name, at: offset)
            }
        } catch {
            var error = error
            error.prepend(name)
            throw error
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        writer.beginObject()
        try memory.assumingMemoryBound(to: Self.self).pointee.encodeMembers(to: &writer)
        writer.endObject()
    }

    /// In the order of names, so that equal values have one text.
    func encodeMembers(to writer: inout JSONWriter) throws(JSONError) {
        if isEmpty { return }
        var names = Swift.Array(keys)
        if names.count > 1 { names.sort(by: utf8Precedes) }
        for name in names {
            writer.writeMemberName(name)
            do throws(JSONError) { try writer.encode(self[name].unsafelyUnwrapped) } catch {
                var error = error
                error.prepend(name)
                throw error
            }
        }
    }
}
