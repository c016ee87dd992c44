/// A dictionary of the members that a table does not list.
protocol MemberMap: JSONCodable {
    static func initializeEmpty(_ memory: UnsafeMutableRawPointer)
    static func decodeMember(
        named name: String, into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError)
    /// Returns the names sorted by their UTF-8.
    static func names(_ memory: UnsafeRawPointer) -> [String]
    static func encodeMember(
        named name: String, _ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError)
}

extension Dictionary: MemberMap where Key == String, Value: JSONCodable {
    static func initializeEmpty(_ memory: UnsafeMutableRawPointer) {
        unsafe memory.initializeMemory(as: Self.self, to: Self())
    }

    static func decodeMember(
        named name: String, into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe try memory.assumingMemoryBound(to: Self.self).pointee.decodeMember(named: name, from: &reader)
    }

    static func names(_ memory: UnsafeRawPointer) -> [String] {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.keys.sorted(by: utf8Precedes)
    }

    static func encodeMember(
        named name: String, _ memory: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError) {
        writer.writeMemberName(name)
        guard let value = unsafe memory.assumingMemoryBound(to: Self.self).pointee[name] else {
            return writer.writeNull()
        }
        do throws(JSONError) { try writer.encode(value) } catch {
            var error = error
            error.prepend(name)
            throw error
        }
    }
}
