/// A location for a value whose Swift type shared code does not know.
///
/// It is a stored property of a model, a variant of a union, or an element of an array.
@safe  // The offset was checked against the layout of the model, and callers pass the address of such a model.
struct Field: @unchecked Sendable {
    // The properties needed for decoding come first, so that they share a cache line.

    /// The offset from the beginning of the struct.
    let offset: Int
    let kind: FieldKind
    /// Whether `null` is read as the `nil` of an optional, and not as a value of the wrapped type.
    let readsNullAsNil: Bool
    /// Whether it is a `ClosedEnum` of one byte, in which each case is another byte.
    let isByteEnum: Bool
    /// The offset of the byte that distinguishes `nil` from a value, or -1 if the optional has none.
    let tagOffset: Int32
    /// The wrapped type of an optional, or the type itself.
    let payloadType: any JSONCodable.Type
    /// The content of an array or dictionary.
    let content: ContainerContent?
    /// The cases of an open enum.
    let cases: OpenEnumCases?
    /// The layout of an optional, or `nil` for other types.
    let optional: OptionalLayout?
    let valueType: any JSONCodable.Type

    init(_ type: any JSONCodable.Type, offset: Int = 0) {
        valueType = type
        self.offset = offset
        if let absence = type as? any AbsenceRepresentable.Type, let layout = absence.optionalLayout {
            optional = layout
            tagOffset = Int32(layout.tagOffset)
            readsNullAsNil = !layout.payloadAcceptsNull
            payloadType = absence.wrapped
        } else {
            optional = nil
            tagOffset = -1
            readsNullAsNil = false
            payloadType = type
        }
        isByteEnum = (payloadType as? any ClosedEnum.Type).map { isByte($0) } ?? false
        if let container = payloadType as? any JSONContainer.Type {
            content = ContainerContent(of: container)
            cases = nil
            let kind = FieldKind(payloadType)
            self.kind = kind == .other ? .container : kind
        } else {
            content = nil
            cases = (payloadType as? any OpenEnum.Type).flatMap { OpenEnumCases(of: $0) }
            kind = cases == nil ? FieldKind(payloadType) : .openEnum
        }
    }

    /// Returns whether the field is an optional that is `nil`.
    @inline(__always)
    func isNil(_ base: UnsafeRawPointer) -> Bool {
        if tagOffset >= 0 {
            let tag = offset &+ Int(truncatingIfNeeded: tagOffset)
            return unsafe base.load(fromByteOffset: tag, as: UInt8.self) != 0
        }
        guard let optional else { return false }
        let memory = unsafe base + offset
        // Without a separate byte, only the type can tell whether an optional is `nil`.
        return switch kind {
        case .string: unsafe memory.assumingMemoryBound(to: String?.self).pointee == nil
        case .bool: unsafe memory.assumingMemoryBound(to: Bool?.self).pointee == nil
        case .strings: unsafe memory.assumingMemoryBound(to: [String]?.self).pointee == nil
        case .stringMap: unsafe memory.assumingMemoryBound(to: [String: String]?.self).pointee == nil
        case .valueMap: unsafe memory.assumingMemoryBound(to: [String: JSONValue]?.self).pointee == nil
        // The reference of an array or a dictionary.
        case .container: unsafe memory.load(as: UInt.self) == optional.nilBytes.load(as: UInt.self)
        default: unsafe optional.type.isAbsent(memory)
        }
    }

    /// Encodes the field, which must not be an optional that is `nil`.
    @inline(__always)
    func encode(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        // The value of an optional is at the beginning of its memory.
        let memory = unsafe base + offset
        switch kind {
        case .string: unsafe writer.write(memory.assumingMemoryBound(to: String.self).pointee)
        case .int: unsafe writer.write(memory.assumingMemoryBound(to: Int.self).pointee)
        case .double: unsafe try writer.write(memory.assumingMemoryBound(to: Double.self).pointee)
        case .bool: unsafe writer.write(memory.assumingMemoryBound(to: Bool.self).pointee)
        case .uuid: unsafe memory.assumingMemoryBound(to: UUID.self).pointee.write(json: &writer)
        case .dateTime: unsafe memory.assumingMemoryBound(to: DateTime.self).pointee.write(json: &writer)
        case .strings: unsafe try [String].encode(content!, memory, to: &writer)
        case .stringMap: unsafe try [String: String].encode(content!, memory, to: &writer)
        case .valueMap: unsafe try [String: JSONValue].encode(content!, memory, to: &writer)
        case .container: unsafe try content!.encode(memory, to: &writer)
        case .other, .openEnum: unsafe try payloadType._encode(memory, to: &writer)
        }
    }

    /// Encodes a value, or `null` for an optional that is `nil`.
    func encodeOrNull(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        if optional != nil, unsafe isNil(base) { writer.writeNull() } else { unsafe try encode(base, to: &writer) }
    }

    func destroy(_ base: UnsafeMutableRawPointer) {
        unsafe destroyValue(valueType, base + offset)
    }
}

func destroyValue<Value: JSONCodable>(_ type: Value.Type, _ memory: UnsafeMutableRawPointer) {
    unsafe memory.assumingMemoryBound(to: type).deinitialize(count: 1)
}

/// Returns whether each value is one byte. Values of two equal bytes are the same case.
private func isByte<Value: ClosedEnum>(_ type: Value.Type) -> Bool {
    MemoryLayout<Value>.size == 1 && _isPOD(type)
}
