/// A stored property of a model, without its Swift type.
struct Field: Sendable {
    let valueType: any JSONCodable.Type
    let offset: Int
    let kind: FieldKind

    /// Reads a value and initialises the property of the struct at `base` with it.
    @inline(__always)
    func decode(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let memory = base + offset
        switch kind {
        case .other: try valueType._decode(into: memory, from: &reader)
        case .string: memory.initializeMemory(as: String.self, to: try reader.readString())
        case .int: memory.initializeMemory(as: Int.self, to: try reader.readInt())
        case .double: memory.initializeMemory(as: Double.self, to: try reader.readDouble())
        case .bool: memory.initializeMemory(as: Bool.self, to: try reader.readBool())
        case .optionalString:
            memory.initializeMemory(as: String?.self, to: reader.readNull() ? nil : try reader.readString())
        case .optionalInt:
            memory.initializeMemory(as: Int?.self, to: reader.readNull() ? nil : try reader.readInt())
        case .optionalDouble:
            memory.initializeMemory(as: Double?.self, to: reader.readNull() ? nil : try reader.readDouble())
        case .optionalBool:
            memory.initializeMemory(as: Bool?.self, to: reader.readNull() ? nil : try reader.readBool())
        case .strings: try [String]._decode(into: memory, from: &reader)
        case .optionalStrings: try [String]?._decode(into: memory, from: &reader)
        case .stringMap: try [String: String]._decode(into: memory, from: &reader)
        case .optionalStringMap: try [String: String]?._decode(into: memory, from: &reader)
        case .valueMap: try [String: JSONValue]._decode(into: memory, from: &reader)
        case .optionalValueMap: try [String: JSONValue]?._decode(into: memory, from: &reader)
        }
    }

    /// Writes the property. It must not be nil if it is optional.
    @inline(__always)
    func encode(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        let memory = base + offset
        switch kind {
        case .string: writer.write(memory.assumingMemoryBound(to: String.self).pointee)
        case .int: writer.write(memory.assumingMemoryBound(to: Int.self).pointee)
        case .double: try writer.write(memory.assumingMemoryBound(to: Double.self).pointee)
        case .bool: writer.write(memory.assumingMemoryBound(to: Bool.self).pointee)
        case .optionalString: writer.write(memory.assumingMemoryBound(to: String?.self).pointee.unsafelyUnwrapped)
        case .optionalInt: writer.write(memory.assumingMemoryBound(to: Int?.self).pointee.unsafelyUnwrapped)
        case .optionalDouble: try writer.write(memory.assumingMemoryBound(to: Double?.self).pointee.unsafelyUnwrapped)
        case .optionalBool: writer.write(memory.assumingMemoryBound(to: Bool?.self).pointee.unsafelyUnwrapped)
        case .strings: try [String]._encode(memory, to: &writer)
        case .optionalStrings: try [String]?._encode(memory, to: &writer)
        case .stringMap: try [String: String]._encode(memory, to: &writer)
        case .optionalStringMap: try [String: String]?._encode(memory, to: &writer)
        case .valueMap: try [String: JSONValue]._encode(memory, to: &writer)
        case .optionalValueMap: try [String: JSONValue]?._encode(memory, to: &writer)
        case .other: try valueType._encode(memory, to: &writer)
        }
    }

    @inline(__always)
    func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let left = left + offset, right = right + offset
        func equal<Value: Equatable>(_ type: Value.Type) -> Bool {
            left.assumingMemoryBound(to: type).pointee == right.assumingMemoryBound(to: type).pointee
        }
        return switch kind {
        case .string: equal(String.self)
        case .int: equal(Int.self)
        case .double: equal(Double.self)
        case .bool: equal(Bool.self)
        case .optionalString: equal(String?.self)
        case .optionalInt: equal(Int?.self)
        case .optionalDouble: equal(Double?.self)
        case .optionalBool: equal(Bool?.self)
        case .strings: equal([String].self)
        case .optionalStrings: equal([String]?.self)
        case .stringMap: equal([String: String].self)
        case .optionalStringMap: equal([String: String]?.self)
        case .valueMap: equal([String: JSONValue].self)
        case .optionalValueMap: equal([String: JSONValue]?.self)
        case .other: areValuesEqual(valueType, left, right)
        }
    }

    @inline(__always)
    func hash(_ base: UnsafeRawPointer, into hasher: inout Hasher) {
        hashValue(valueType, base + offset, into: &hasher)
    }

    func destroy(_ base: UnsafeMutableRawPointer) {
        destroyValue(valueType, base + offset)
    }
}

func areValuesEqual<Value: JSONCodable>(
    _ type: Value.Type, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer
) -> Bool {
    left.assumingMemoryBound(to: type).pointee == right.assumingMemoryBound(to: type).pointee
}

private func hashValue<Value: JSONCodable>(
    _ type: Value.Type, _ memory: UnsafeRawPointer, into hasher: inout Hasher
) {
    memory.assumingMemoryBound(to: type).pointee.hash(into: &hasher)
}

func destroyValue<Value: JSONCodable>(_ type: Value.Type, _ memory: UnsafeMutableRawPointer) {
    memory.assumingMemoryBound(to: type).deinitialize(count: 1)
}
