extension Field {
    @inline(__always)
    func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        if optional != nil {
            let isNil = unsafe isNil(left)
            guard unsafe isNil == self.isNil(right) else { return false }
            if isNil { return true }
        }
        return unsafe arePayloadsEqual(left + offset, right + offset)
    }

    @inline(__always)
    private func arePayloadsEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        func equal<Value: Equatable>(_ type: Value.Type) -> Bool {
            unsafe left.assumingMemoryBound(to: type).pointee == right.assumingMemoryBound(to: type).pointee
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
        case .other, .openEnum, .container: unsafe payloadType._areEqual(left, right)
        }
    }

    @inline(__always)
    func hash(_ base: UnsafeRawPointer, into hasher: inout Hasher) {
        if optional != nil {
            let isNil = unsafe isNil(base)
            hasher.combine(isNil)
            if isNil { return }
        }
        let memory = unsafe base + offset
        switch kind {
        case .string: unsafe memory.assumingMemoryBound(to: String.self).pointee.hash(into: &hasher)
        case .int: unsafe memory.assumingMemoryBound(to: Int.self).pointee.hash(into: &hasher)
        case .double: unsafe memory.assumingMemoryBound(to: Double.self).pointee.hash(into: &hasher)
        case .bool: unsafe memory.assumingMemoryBound(to: Bool.self).pointee.hash(into: &hasher)
        case .uuid: unsafe memory.assumingMemoryBound(to: UUID.self).pointee.hash(into: &hasher)
        case .dateTime: unsafe memory.assumingMemoryBound(to: DateTime.self).pointee.hash(into: &hasher)
        case .strings: unsafe memory.assumingMemoryBound(to: [String].self).pointee.hash(into: &hasher)
        case .stringMap: unsafe memory.assumingMemoryBound(to: [String: String].self).pointee.hash(into: &hasher)
        case .valueMap: unsafe memory.assumingMemoryBound(to: [String: JSONValue].self).pointee.hash(into: &hasher)
        case .other, .openEnum, .container: unsafe hashValue(payloadType, memory, into: &hasher)
        }
    }
}

private func hashValue<Value: JSONCodable>(
    _ type: Value.Type, _ memory: UnsafeRawPointer, into hasher: inout Hasher
) {
    unsafe memory.assumingMemoryBound(to: type).pointee.hash(into: &hasher)
}
