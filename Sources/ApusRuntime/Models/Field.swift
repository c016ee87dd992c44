/// A place for a value whose Swift type shared code does not name: a stored property of a model, a variant of a union,
/// an element of an array.
struct Field: @unchecked Sendable {
    let valueType: any JSONCodable.Type
    /// From the beginning of the struct.
    let offset: Int
    /// Where the memory of an optional says whether there is a value; nil if the type is no optional.
    let optional: OptionalLayout?
    /// Where an optional's byte is that tells nil from a value; -1 if there is none.
    private let tagOffset: Int
    /// Whether a `null` is an optional's nil, rather than a value of what it wraps.
    let readsNullAsNil: Bool
    /// The type of a value that is there: what an optional wraps, or the type itself.
    let payloadType: any JSONCodable.Type
    let kind: FieldKind
    /// The cases of an open enum. Not counted, as the next is not, so that a field can be copied for nothing;
    /// `deallocate` releases both.
    private let cases: Unmanaged<OpenEnumCases>?
    /// What an array or a dictionary holds.
    let content: Unmanaged<ContainerContent>?

    init(_ type: any JSONCodable.Type, offset: Int = 0) {
        valueType = type
        self.offset = offset
        if let absence = type as? any AbsenceRepresentable.Type, let layout = absence.optionalLayout {
            optional = layout
            tagOffset = layout.tagOffset
            readsNullAsNil = !layout.payloadAcceptsNull
            payloadType = absence.wrapped
        } else {
            optional = nil
            tagOffset = -1
            readsNullAsNil = false
            payloadType = type
        }
        if let container = payloadType as? any JSONContainer.Type {
            content = .passRetained(ContainerContent(of: container))
            cases = nil
            let kind = FieldKind(payloadType)
            self.kind = kind == .other ? .container : kind
        } else {
            content = nil
            let cases = (payloadType as? any OpenEnum.Type)?.makeCases()
            self.cases = cases.map { .passRetained($0) }
            kind = cases == nil ? FieldKind(payloadType) : .openEnum
        }
    }

    func deallocate() {
        optional?.deallocate()
        cases?.release()
        content?.release()
    }

    /// Reads a value and initialises the place with it.
    func decode(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        if readsNullAsNil, reader.isNullNext() {
            reader.position &+= 4
            initializeNil(base)
        } else {
            try decodeValue(into: base, from: &reader)
        }
    }

    /// Makes it an optional's nil.
    @_transparent
    func initializeNil(_ base: UnsafeMutableRawPointer) {
        (base + offset).copyMemory(from: optional!.nilBytes, byteCount: optional!.byteCount)
    }

    /// Reads a value that is not an optional's nil.
    func decodeValue(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let memory = base + offset
        switch kind {
        case .other: try payloadType._decode(into: memory, from: &reader)
        case .string: memory.initializeMemory(as: String.self, to: try reader.readString())
        case .int: memory.initializeMemory(as: Int.self, to: try reader.readInt())
        case .double: memory.initializeMemory(as: Double.self, to: try reader.readDouble())
        case .bool: memory.initializeMemory(as: Bool.self, to: try reader.readBool())
        case .uuid: memory.initializeMemory(as: UUID.self, to: try UUID(json: &reader))
        case .dateTime: memory.initializeMemory(as: DateTime.self, to: try DateTime(json: &reader))
        case .strings: try [String].decode(heldContent, into: memory, from: &reader)
        case .stringMap: try [String: String].decode(heldContent, into: memory, from: &reader)
        case .valueMap: try [String: JSONValue].decode(heldContent, into: memory, from: &reader)
        case .container: try heldContent.type.decode(heldContent, into: memory, from: &reader)
        case .openEnum: try cases!.takeUnretainedValue().decode(into: memory, from: &reader)
        }
        // An optional of the value at the beginning of the memory.
        if tagOffset >= 0 { memory.storeBytes(of: 0, toByteOffset: tagOffset, as: UInt8.self) }
    }

    private var heldContent: ContainerContent {
        @inline(__always) get { content!.takeUnretainedValue() }
    }

    /// Whether the property is an optional that is nil.
    @inline(__always)
    func isNil(_ base: UnsafeRawPointer) -> Bool {
        if tagOffset >= 0 { return base.load(fromByteOffset: offset &+ tagOffset, as: UInt8.self) != 0 }
        guard let optional else { return false }
        let memory = base + offset
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
        case .strings: try [String].encode(heldContent, memory, to: &writer)
        case .stringMap: try [String: String].encode(heldContent, memory, to: &writer)
        case .valueMap: try [String: JSONValue].encode(heldContent, memory, to: &writer)
        case .container: try heldContent.type.encode(heldContent, memory, to: &writer)
        case .other, .openEnum: try payloadType._encode(memory, to: &writer)
        }
    }

    /// Writes a value, or the `null` of an optional that is nil.
    func encodeOrNull(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        if optional != nil, isNil(base) { writer.writeNull() } else { try encode(base, to: &writer) }
    }

    func destroy(_ base: UnsafeMutableRawPointer) {
        destroyValue(valueType, base + offset)
    }
}

func destroyValue<Value: JSONCodable>(_ type: Value.Type, _ memory: UnsafeMutableRawPointer) {
    memory.assumingMemoryBound(to: type).deinitialize(count: 1)
}
