// These methods work on a pointer because copying a field for each value would be slow.
extension UnsafePointer<Field> {
    /// Decodes a value and initializes the field with it.
    func decode(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        if unsafe pointee.readsNullAsNil, reader.isNullNext() {
            reader.position &+= 4
            unsafe initializeNil(base)
        } else {
            unsafe try decodeValue(into: base, from: &reader)
        }
    }

    /// Initializes the field with `nil`.
    @_transparent
    func initializeNil(_ base: UnsafeMutableRawPointer) {
        unsafe pointee.optional!.initializeNil(base + pointee.offset)
    }

    /// Decodes a value that is not `nil` and initializes the field with it.
    func decodeValue(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let memory = unsafe base + pointee.offset
        switch unsafe pointee.kind {
        case .other: unsafe try pointee.payloadType._decode(into: memory, from: &reader)
        case .string: unsafe memory.initializeMemory(as: String.self, to: try reader.readString())
        case .int: unsafe memory.initializeMemory(as: Int.self, to: try reader.readInt())
        case .double: unsafe memory.initializeMemory(as: Double.self, to: try reader.readDouble())
        case .bool: unsafe memory.initializeMemory(as: Bool.self, to: try reader.readBool())
        case .uuid: unsafe memory.initializeMemory(as: UUID.self, to: try UUID(json: &reader))
        case .dateTime: unsafe memory.initializeMemory(as: DateTime.self, to: try DateTime(json: &reader))
        case .strings: unsafe memory.initializeMemory(as: [String].self, to: try .decode(content, from: &reader))
        case .stringMap:
            unsafe memory.initializeMemory(as: [String: String].self, to: try .decode(content, from: &reader))
        case .valueMap:
            unsafe memory.initializeMemory(as: [String: JSONValue].self, to: try .decode(content, from: &reader))
        case .container: unsafe try content.decode(into: memory, from: &reader)
        case .openEnum: unsafe try pointee.cases!.decode(into: memory, from: &reader)
        }
        // Marks an optional as having a value. The value is at the beginning of its memory.
        let tagOffset = unsafe Int(truncatingIfNeeded: pointee.tagOffset)
        if tagOffset >= 0 { unsafe memory.storeBytes(of: 0, toByteOffset: tagOffset, as: UInt8.self) }
    }

    private var content: ContainerContent {
        @inline(__always) get { unsafe pointee.content! }
    }
}
