extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        // In one loop: what unspecialised code has to find out about the types it finds out once.
        var dictionary: Self = [:]
        try reader.beginObject()
        while try reader.nextMember() {
            let name = reader.memberName
            let offset = reader.position
            if dictionary.isEmpty { dictionary.reserveCapacity(6) }
            do throws(JSONError) {
                let old = dictionary.updateValue(try reader.decode(), forKey: name)
                if old != nil, reader.options.duplicateMembers == .refused {
                    throw reader.duplicateMember(name, at: offset)
                }
            } catch {
                var error = error
                error.prepend(name)
                throw error
            }
        }
        memory.initializeMemory(as: Self.self, to: dictionary)
    }

    /// Reads a value, and adds it.
    mutating func decodeMember(named name: String, from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.position
        do throws(JSONError) {
            let old = updateValue(try reader.decode(), forKey: name)
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
