/// A type that is read and written as one JSON value by code of its own rather than by a table.
public protocol JSONScalar: JSONCodable {
    init(json reader: inout JSONReader) throws(JSONError)
    func write(json writer: inout JSONWriter) throws(JSONError)
}

extension JSONScalar {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        memory.initializeMemory(as: Self.self, to: try Self(json: &reader))
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        try memory.assumingMemoryBound(to: Self.self).pointee.write(json: &writer)
    }
}
