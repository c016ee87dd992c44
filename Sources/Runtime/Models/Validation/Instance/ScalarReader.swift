/// Reads a scalar value from memory.
typealias ScalarReader = @Sendable (UnsafeRawPointer) -> InstanceView

/// Returns the reader of a type whose JSON form is a number, string, or `null`, or `nil` for other types.
func scalarReader(of type: any JSONCodable.Type) -> ScalarReader? {
    if type == JSONNull.self { return { _ in .null } }
    if type == JSONDecimal.self {
        return { unsafe .number($0.assumingMemoryBound(to: JSONDecimal.self).pointee.number) }
    }
    if type == Float.self {
        return { memory in
            let value = unsafe memory.assumingMemoryBound(to: Float.self).pointee
            // Uses the shortest text of the float, which is also what encoding writes.
            return .number(.double(Double("\(value)") ?? Double(value)))
        }
    }
    if let type = type as? any (FixedWidthInteger & JSONScalar).Type { return unsafe integerReader(type) }
    if let type = type as? any ClosedEnum.Type { return unsafe closedEnumReader(type) }
    if let type = type as? any OpenEnum.Type { return unsafe openEnumReader(type) }
    if let type = type as? any JSONStringConvertible.Type { return unsafe textReader(type) }
    return nil
}

private func integerReader<Value: FixedWidthInteger & JSONScalar>(_ type: Value.Type) -> ScalarReader {
    { memory in
        let value = unsafe memory.assumingMemoryBound(to: Value.self).pointee
        if let small = Int64(exactly: value) { return .number(.integer(small)) }
        // Only unsigned integers can exceed `Int64`.
        return .number(.exact(ScannedNumber(UInt64(value), isNegative: false)))
    }
}

private func closedEnumReader<Value: ClosedEnum>(_ type: Value.Type) -> ScalarReader? {
    guard let read = unsafe rawReader(of: Value.RawValue.self) else { return nil }
    return { memory in
        unsafe withUnsafePointer(to: memory.assumingMemoryBound(to: Value.self).pointee.rawValue) { unsafe read($0) }
    }
}

private func openEnumReader<Value: OpenEnum>(_ type: Value.Type) -> ScalarReader? {
    guard let read = unsafe rawReader(of: Value.RawValue.self) else { return nil }
    return { memory in
        unsafe withUnsafePointer(to: memory.assumingMemoryBound(to: Value.self).pointee.rawValue) { unsafe read($0) }
    }
}

private func rawReader(of type: any JSONCodable.Type) -> ScalarReader? {
    if type == String.self { return { unsafe .string($0.assumingMemoryBound(to: String.self).pointee) } }
    if type == Double.self { return { unsafe .number(.double($0.assumingMemoryBound(to: Double.self).pointee)) } }
    return unsafe scalarReader(of: type)
}

private func textReader<Value: JSONStringConvertible>(_ type: Value.Type) -> ScalarReader {
    { memory in unsafe .string(memory.assumingMemoryBound(to: Value.self).pointee.jsonString) }
}
