/// A stored property of a model, without its Swift type.
struct Field: @unchecked Sendable {
    let valueType: any JSONCodable.Type
    let offset: Int
    /// Where the memory of an optional property says whether there is a value; nil if the property is no optional.
    let optional: OptionalLayout?
    /// The type of a value that is there: what an optional wraps, or the property's own.
    let payloadType: any JSONCodable.Type
    let kind: FieldKind
    /// The cases of an open enum. Not counted, so that a field can be copied for nothing; `deallocate` releases it.
    private let cases: Unmanaged<OpenEnumCases>?

    init(_ type: any JSONCodable.Type, offset: Int) {
        valueType = type
        self.offset = offset
        if let absence = type as? any AbsenceRepresentable.Type, let layout = absence.optionalLayout {
            optional = layout
            payloadType = absence.wrapped
        } else {
            optional = nil
            payloadType = type
        }
        let cases = (payloadType as? any OpenEnum.Type)?.makeCases()
        self.cases = cases.map { .passRetained($0) }
        kind = cases == nil ? FieldKind(payloadType) : .openEnum
    }

    func deallocate() {
        optional?.deallocate()
        cases?.release()
    }

    /// Reads a value and initialises the property of the struct at `base` with it.
    @inline(__always)
    func decode(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let memory = base + offset
        guard let optional else { return try decodePayload(into: memory, from: &reader) }
        if !optional.payloadAcceptsNull, reader.isNullNext {
            reader.position &+= 4
            optional.initializeNil(memory)
        } else {
            try decodePayload(into: memory, from: &reader)
            optional.markValue(memory)
        }
    }

    @inline(__always)
    private func decodePayload(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        switch kind {
        case .other: try payloadType._decode(into: memory, from: &reader)
        case .string: memory.initializeMemory(as: String.self, to: try reader.readString())
        case .int: memory.initializeMemory(as: Int.self, to: try reader.readInt())
        case .double: memory.initializeMemory(as: Double.self, to: try reader.readDouble())
        case .bool: memory.initializeMemory(as: Bool.self, to: try reader.readBool())
        case .uuid: memory.initializeMemory(as: UUID.self, to: try UUID(json: &reader))
        case .dateTime: memory.initializeMemory(as: DateTime.self, to: try DateTime(json: &reader))
        case .strings: try [String]._decode(into: memory, from: &reader)
        case .stringMap: try [String: String]._decode(into: memory, from: &reader)
        case .valueMap: try [String: JSONValue]._decode(into: memory, from: &reader)
        case .openEnum: try cases.unsafelyUnwrapped.takeUnretainedValue().decode(into: memory, from: &reader)
        }
    }

    /// Whether the property is an optional that is nil.
    @inline(__always)
    func isNil(_ base: UnsafeRawPointer) -> Bool {
        guard let optional else { return false }
        let memory = base + offset
        if let isNil = optional.isNil(memory) { return isNil }
        // What has no byte of its own for that is told by the type.
        return switch kind {
        case .string: memory.assumingMemoryBound(to: String?.self).pointee == nil
        case .bool: memory.assumingMemoryBound(to: Bool?.self).pointee == nil
        case .strings: memory.assumingMemoryBound(to: [String]?.self).pointee == nil
        case .stringMap: memory.assumingMemoryBound(to: [String: String]?.self).pointee == nil
        case .valueMap: memory.assumingMemoryBound(to: [String: JSONValue]?.self).pointee == nil
        default: optional.type.isAbsent(memory)
        }
    }

    /// Writes the property. It must not be nil if it is an optional.
    @inline(__always)
    func encode(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        // The value of an optional is at the beginning of its memory.
        let memory = base + offset
        switch kind {
        case .string: writer.write(memory.assumingMemoryBound(to: String.self).pointee)
        case .int: writer.write(memory.assumingMemoryBound(to: Int.self).pointee)
        case .double: try writer.write(memory.assumingMemoryBound(to: Double.self).pointee)
        case .bool: writer.write(memory.assumingMemoryBound(to: Bool.self).pointee)
        case .uuid: memory.assumingMemoryBound(to: UUID.self).pointee.write(json: &writer)
        case .dateTime: memory.assumingMemoryBound(to: DateTime.self).pointee.write(json: &writer)
        case .strings: try [String]._encode(memory, to: &writer)
        case .stringMap: try [String: String]._encode(memory, to: &writer)
        case .valueMap: try [String: JSONValue]._encode(memory, to: &writer)
        case .other, .openEnum: try payloadType._encode(memory, to: &writer)
        }
    }

    func destroy(_ base: UnsafeMutableRawPointer) {
        destroyValue(valueType, base + offset)
    }
}

func destroyValue<Value: JSONCodable>(_ type: Value.Type, _ memory: UnsafeMutableRawPointer) {
    memory.assumingMemoryBound(to: type).deinitialize(count: 1)
}
