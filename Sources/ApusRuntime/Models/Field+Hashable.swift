extension Field {
    @inline(__always)
    func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        if optional != nil {
            let isNil = isNil(left)
            guard isNil == self.isNil(right) else { return false }
            if isNil { return true }
        }
        return arePayloadsEqual(left + offset, right + offset)
    }

    @inline(__always)
    private func arePayloadsEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        func equal<Value: Equatable>(_ type: Value.Type) -> Bool {
            left.assumingMemoryBound(to: type).pointee == right.assumingMemoryBound(to: type).pointee
        }
        return switch kind {
        case .string: equal(String.self)
        case .int: equal(Int.self)
        case .double: equal(Double.self)
        case .bool: equal(Bool.self)
        case .uuid: equal(UUID.self)
        case .dateTime: equal(DateTime.self)
        case .strings: equal([String].self)
        case .stringMap: equal([String: String].self)
        case .valueMap: equal([String: JSONValue].self)
        case .other, .openEnum, .container: payloadType._areEqual(left, right)
        }
    }

    @inline(__always)
    func hash(_ base: UnsafeRawPointer, into hasher: inout Hasher) {
        if optional != nil {
            let isNil = isNil(base)
            hasher.combine(isNil)
            if isNil { return }
        }
        let memory = base + offset
        switch kind {
        case .string: memory.assumingMemoryBound(to: String.self).pointee.hash(into: &hasher)
        case .int: memory.assumingMemoryBound(to: Int.self).pointee.hash(into: &hasher)
        case .double: memory.assumingMemoryBound(to: Double.self).pointee.hash(into: &hasher)
        case .bool: memory.assumingMemoryBound(to: Bool.self).pointee.hash(into: &hasher)
        case .uuid: memory.assumingMemoryBound(to: UUID.self).pointee.hash(into: &hasher)
        case .dateTime: memory.assumingMemoryBound(to: DateTime.self).pointee.hash(into: &hasher)
        case .strings: memory.assumingMemoryBound(to: [String].self).pointee.hash(into: &hasher)
        case .stringMap: memory.assumingMemoryBound(to: [String: String].self).pointee.hash(into: &hasher)
        case .valueMap: memory.assumingMemoryBound(to: [String: JSONValue].self).pointee.hash(into: &hasher)
        case .other, .openEnum, .container: hashValue(payloadType, memory, into: &hasher)
        }
    }
}

private func hashValue<Value: JSONCodable>(
    _ type: Value.Type, _ memory: UnsafeRawPointer, into hasher: inout Hasher
) {
    memory.assumingMemoryBound(to: type).pointee.hash(into: &hasher)
}
