extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        var dictionary = Self(minimumCapacity: 8)
        try reader.beginObject()
        while try reader.nextMember() {
            try dictionary.decodeMember(named: reader.memberName, from: &reader)
        }
        memory.initializeMemory(as: Self.self, to: dictionary)
    }

    mutating func decodeMember(named name: String, from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.position
        do throws(JSONError) {
            let old = updateValue(try reader.decode(Value.self), forKey: name)
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
