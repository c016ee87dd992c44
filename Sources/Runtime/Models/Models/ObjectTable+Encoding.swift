extension ObjectTable {
    @inline(never)
    func encode(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        guard try writer.mayOpen() else { return }
        writer.beginObject()
        if !writer.isPlain {
            unsafe try writer.isForPeople ? show(base, in: &writer) : encodeSorted(base, to: &writer)
        } else {
            for index in members.indices { unsafe try encodeMember(index, base, to: &writer) }
            if let map {
                let memory = unsafe base + fields[fields.count - 1].offset
                for name in unsafe otherNames(base) { unsafe try map.encodeMember(named: name, memory, to: &writer) }
            }
        }
        writer.endObject()
    }

    private func encodeSorted(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        var others = unsafe otherNames(base)[...]
        let memory = unsafe fields.count > 0 ? base + fields[fields.count - 1].offset : base
        for index in sortedMembers {
            while let name = others.first, utf8Precedes(name, members[index].name) {
                unsafe try map?.encodeMember(named: name, memory, to: &writer)
                others.removeFirst()
            }
            unsafe try encodeMember(index, base, to: &writer)
        }
        for name in others { unsafe try map?.encodeMember(named: name, memory, to: &writer) }
    }

    /// Writes the object for people, with `***` in place of secrets.
    private func show(_ base: UnsafeRawPointer, in writer: inout JSONWriter) throws(JSONError) {
        let secrets = ShapeCache.shared.shape(of: type).schema?.secretMembers ?? []
        for index in members.indices {
            let member = members[index]
            guard secrets.contains(member.name) else {
                unsafe try encodeMember(index, base, to: &writer)
                continue
            }
            let isAbsent =
                unsafe !member.isConstant && member.absence?.isAbsent(base + fields[member.field].offset) == true
            guard !isAbsent else { continue }
            writer.writeMemberName(member.name)
            writer.write("***")
        }
        guard let map else { return }
        let memory = unsafe base + fields[fields.count - 1].offset
        for name in unsafe otherNames(base) {
            if secrets.contains(name) {
                writer.writeMemberName(name)
                writer.write("***")
            } else {
                unsafe try map.encodeMember(named: name, memory, to: &writer)
            }
        }
    }

    /// Returns the names in the dictionary of other members, except those that have a property.
    private func otherNames(_ base: UnsafeRawPointer) -> [String] {
        guard let map, unsafe !isMapEmpty(base) else { return [] }
        return unsafe map.names(base + fields[fields.count - 1].offset).filter { members.index(of: $0) == nil }
    }

    private func isMapEmpty(_ base: UnsafeRawPointer) -> Bool {
        let field = fields[fields.count - 1]
        return unsafe field.kind == .valueMap
            && (base + field.offset).assumingMemoryBound(to: [String: JSONValue].self).pointee.isEmpty
    }

    @inline(__always)
    private func encodeMember(
        _ index: Int, _ base: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError) {
        let member = members[index]
        if member.isConstant { return unsafe encodeConstant(member, base, to: &writer) }
        if let absence = member.absence {
            let field = fields[member.field]
            let isAbsent = unsafe field.optional == nil ? absence.isAbsent(base + field.offset) : field.isNil(base)
            if isAbsent { return unsafe encodeAbsent(member, base, to: &writer) }
        }
        unsafe writer.writeMemberName(quoted: member.quoted.buffer)
        do throws(JSONError) { unsafe try fields[member.field].encode(base, to: &writer) } catch {
            var error = error
            error.prepend(member.name)
            throw error
        }
    }

    private func encodeConstant(_ member: Member, _ base: UnsafeRawPointer, to writer: inout JSONWriter) {
        if unsafe wireBit(member.wireBit, base) { return }
        unsafe writer.writeMemberName(quoted: member.quoted.buffer)
        let literal = unsafe member.constant!.buffer
        unsafe writer.append(literal.baseAddress!, count: literal.count)
    }

    /// Leaves out a `nil` or absent `Presence`, or writes it as `null`.
    private func encodeAbsent(_ member: Member, _ base: UnsafeRawPointer, to writer: inout JSONWriter) {
        guard unsafe !member.mayBeAbsent || wireBit(member.wireBit, base) else { return }
        unsafe writer.writeMemberName(quoted: member.quoted.buffer)
        writer.writeNull()
    }
}
