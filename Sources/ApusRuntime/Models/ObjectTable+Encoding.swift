extension ObjectTable {
    @inline(never)
    func encode(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        writer.beginObject()
        if writer.options.sortsMembers {
            try encodeSorted(base, to: &writer)
        } else {
            for index in members.indices { try encodeMember(index, base, to: &writer) }
            if let map {
                let memory = base + fields[fields.count - 1].offset
                for name in otherNames(base) { try map.encodeMember(named: name, memory, to: &writer) }
            }
        }
        writer.endObject()
    }

    private func encodeSorted(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        var others = otherNames(base)[...]
        let memory = fields.count > 0 ? base + fields[fields.count - 1].offset : base
        for index in sortedMembers {
            while let name = others.first, utf8Precedes(name, members[index].name) {
                try map?.encodeMember(named: name, memory, to: &writer)
                others.removeFirst()
            }
            try encodeMember(index, base, to: &writer)
        }
        for name in others { try map?.encodeMember(named: name, memory, to: &writer) }
    }

    /// The names in the dictionary for other members, without those that have a property.
    private func otherNames(_ base: UnsafeRawPointer) -> [String] {
        guard let map else { return [] }
        return map.names(base + fields[fields.count - 1].offset).filter { name in
            var name = name
            return name.withUTF8 { index(of: $0, next: 0) } == nil
        }
    }

    @inline(__always)
    private func encodeMember(
        _ index: Int, _ base: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError) {
        try members.withUnsafeBufferPointer { members throws(JSONError) in
            let member = members.baseAddress.unsafelyUnwrapped + index
            if member.pointee.isConstant { return encodeConstant(member.pointee, base, to: &writer) }
            if member.pointee.absence != nil, fields[member.pointee.field].isAbsent(base, member.pointee.absence) {
                return encodeAbsent(member.pointee, base, to: &writer)
            }
            if member.pointee.wireBit >= 0, member.pointee.literal != nil,
                wireBit(member.pointee.wireBit, base), isDefault(member.pointee, base)
            { return }
            writer.writeMemberName(quoted: member.pointee.quoted.buffer)
            do throws(JSONError) { try fields[member.pointee.field].encode(base, to: &writer) } catch {
                var error = error
                error.prepend(member.pointee.name)
                throw error
            }
        }
    }

    private func encodeConstant(_ member: Member, _ base: UnsafeRawPointer, to writer: inout JSONWriter) {
        if wireBit(member.wireBit, base) { return }
        writer.writeMemberName(quoted: member.quoted.buffer)
        let literal = member.literal!.buffer
        writer.append(literal.baseAddress!, count: literal.count)
    }

    /// A nil, or an absent `Presence`: left out or written as `null`.
    private func encodeAbsent(_ member: Member, _ base: UnsafeRawPointer, to writer: inout JSONWriter) {
        let bit = wireBit(member.wireBit, base)
        let isWritten: Bool
        if member.literal != nil {
            // A nil is `null`, unless it is the default and was absent.
            isWritten = !(bit && isDefault(member, base))
        } else if member.mayBeAbsent {
            isWritten = bit
        } else {
            isWritten = true
        }
        guard isWritten else { return }
        writer.writeMemberName(quoted: member.quoted.buffer)
        writer.writeNull()
    }
}

extension Field {
    @inline(__always)
    fileprivate func isAbsent(_ base: UnsafeRawPointer, _ absence: (any AbsenceRepresentable.Type)?) -> Bool {
        let memory = base + offset
        return switch kind {
        case .optionalString: memory.assumingMemoryBound(to: String?.self).pointee == nil
        case .optionalInt: memory.assumingMemoryBound(to: Int?.self).pointee == nil
        case .optionalDouble: memory.assumingMemoryBound(to: Double?.self).pointee == nil
        case .optionalBool: memory.assumingMemoryBound(to: Bool?.self).pointee == nil
        case .optionalStrings: memory.assumingMemoryBound(to: [String]?.self).pointee == nil
        case .optionalStringMap: memory.assumingMemoryBound(to: [String: String]?.self).pointee == nil
        case .optionalValueMap: memory.assumingMemoryBound(to: [String: JSONValue]?.self).pointee == nil
        default: absence.unsafelyUnwrapped.isAbsent(memory)
        }
    }
}
