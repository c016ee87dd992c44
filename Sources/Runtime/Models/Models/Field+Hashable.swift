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
        switch kind {
        case .string: return unsafe areTextsEqual(left, right)
        case .int: return unsafe left.load(as: Int.self) == right.load(as: Int.self)
        case .double: return unsafe left.load(as: Double.self) == right.load(as: Double.self)
        case .bool: return unsafe left.load(as: Bool.self) == right.load(as: Bool.self)
        case .uuid: return unsafe left.haveSameWords(as: right)
        case .dateTime:
            return unsafe left.assumingMemoryBound(to: DateTime.self).pointee
                == right.assumingMemoryBound(to: DateTime.self).pointee
        case .strings:
            if unsafe left.haveSameWord(as: right) { return true }
            return unsafe left.assumingMemoryBound(to: [String].self).pointee
                == right.assumingMemoryBound(to: [String].self).pointee
        case .stringMap:
            if unsafe left.haveSameWord(as: right) { return true }
            return unsafe left.assumingMemoryBound(to: [String: String].self).pointee
                .isEqual(to: right.assumingMemoryBound(to: [String: String].self).pointee, areTextsEqual)
        case .valueMap:
            if unsafe left.haveSameWord(as: right) { return true }
            return unsafe left.assumingMemoryBound(to: [String: JSONValue].self).pointee
                .isEqual(to: right.assumingMemoryBound(to: [String: JSONValue].self).pointee, ==)
        case .container:
            if unsafe left.haveSameWord(as: right) { return true }
            return unsafe content!.areEqual(left, right)
        case .other where isByteEnum: return unsafe left.load(as: UInt8.self) == right.load(as: UInt8.self)
        case .openEnum: return unsafe left.haveSameWords(as: right) || payloadType._areEqual(left, right)
        case .other: return unsafe payloadType._areEqual(left, right)
        }
    }

    @inline(__always)
    func hash(_ base: UnsafeRawPointer, into hasher: inout Hasher) {
        if optional != nil {
            let isNil = unsafe isNil(base)
            hasher.combine(isNil)
            if isNil { return }
        }
        unsafe hashPayload(base, into: &hasher)
    }

    /// Hashes the value of a field that is not `nil`.
    @inline(__always)
    func hashPayload(_ base: UnsafeRawPointer, into hasher: inout Hasher) {
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
        case .other where isByteEnum: unsafe hasher.combine(memory.load(as: UInt8.self))
        case .container: unsafe content!.hash(memory, into: &hasher)
        case .other, .openEnum: unsafe hashValue(payloadType, memory, into: &hasher)
        }
    }
}

private func hashValue<Value: JSONCodable>(
    _ type: Value.Type, _ memory: UnsafeRawPointer, into hasher: inout Hasher
) {
    unsafe memory.assumingMemoryBound(to: type).pointee.hash(into: &hasher)
}

/// Returns whether the strings at two addresses are equal.
@inline(__always)
private func areTextsEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    if unsafe left.haveSameWords(as: right) { return true }
    return unsafe areTextsEqual(
        left.assumingMemoryBound(to: String.self).pointee, right.assumingMemoryBound(to: String.self).pointee)
}

/// Returns whether two strings are equal. Most have the same bytes, which are compared faster than their code points.
func areTextsEqual(_ left: String, _ right: String) -> Bool { haveSameBytes(left, right) == true || left == right }

/// Returns whether two strings have the same UTF-8, or `nil` if one of them is not stored as UTF-8.
@inline(__always)
func haveSameBytes(_ left: String, _ right: String) -> Bool? {
    let isSame: Bool?? = unsafe left.utf8.withContiguousStorageIfAvailable { left in
        unsafe right.utf8.withContiguousStorageIfAvailable { right in
            guard left.count == right.count else { return false }
            guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return true }
            return unsafe UnsafeRawPointer(leftBase).haveSameBytes(as: UnsafeRawPointer(rightBase), count: left.count)
        }
    }
    return isSame ?? nil
}

extension UnsafeRawPointer {
    /// Returns whether the first word at both addresses is the same: the reference of an array or a dictionary.
    @inline(__always)
    fileprivate func haveSameWord(as other: UnsafeRawPointer) -> Bool {
        unsafe load(as: UInt.self) == other.load(as: UInt.self)
    }

    /// Returns whether the 16 bytes at both addresses are the same.
    @inline(__always)
    fileprivate func haveSameWords(as other: UnsafeRawPointer) -> Bool {
        unsafe haveSameEight(as: other, at: 0) && haveSameEight(as: other, at: 8)
    }

    /// Returns whether the bytes at both addresses are the same.
    @inline(__always)
    fileprivate func haveSameBytes(as other: UnsafeRawPointer, count: Int) -> Bool {
        var offset = 0
        if count < 8 {
            while offset < count {
                guard
                    unsafe load(fromByteOffset: offset, as: UInt8.self)
                        == other.load(fromByteOffset: offset, as: UInt8.self)
                else { return false }
                offset &+= 1
            }
            return true
        }
        while offset &+ 8 < count {
            guard unsafe haveSameEight(as: other, at: offset) else { return false }
            offset &+= 8
        }
        // The last word may overlap the one before it.
        return unsafe haveSameEight(as: other, at: count &- 8)
    }

    @inline(__always)
    private func haveSameEight(as other: UnsafeRawPointer, at offset: Int) -> Bool {
        unsafe loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
