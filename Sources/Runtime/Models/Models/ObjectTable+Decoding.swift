import ApusByteText

extension ObjectTable {
    /// Decodes an object and initializes the struct at `base`. If an error is thrown, the memory is uninitialized.
    @inline(never)
    func decode(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        try reader.beginObject()
        let members = members
        let fields = fields
        var read = MemberSet(count: members.count)
        // The member being decoded, whose name is prepended to an error's pointer.
        var current = -1
        var state = unsafe contents.pointee.wireStates
        while state > 0 {
            state &-= 1
            unsafe (base + fields.wireOffset).storeBytes(of: 0, toByteOffset: 8 &* state, as: UInt64.self)
        }
        if unsafe contents.pointee.map != nil { unsafe initializeMap(base, fields.start + (fields.count - 1)) }
        do throws(JSONError) {
            var next = 0
            while true {
                // Members usually come in the order of the table.
                var index = next
                if unsafe next == members.count || !reader.skipName(members.start[next].quoted) {
                    guard try reader.nextMember() else { break }
                    index = unsafe members.index(ofRead: reader.name, next: next)
                    if index < 0 {
                        unsafe try readOtherMember(into: base, from: &reader)
                        continue
                    }
                }
                next = index &+ 1
                current = index
                if read.contains(index) { unsafe try removeDuplicate(index, &read, base, reader) }
                unsafe try readMember(index, members.start + index, fields.start, into: base, from: &reader)
                read.insert(index)
                current = -1
            }
            if !read.isFull(count: members.count) { unsafe try fillIn(&read, base, end: reader.position &- 1) }
        } catch {
            unsafe destroy(read, base)
            var error = error
            if current >= 0 { error.prepend(members[current].name) }
            throw error
        }
    }

    @_transparent
    private func readMember(
        _ index: Int, _ member: UnsafePointer<Member>, _ fields: UnsafePointer<Field>,
        into base: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        guard unsafe member.pointee.field >= 0 else { return try readConstant(index, from: &reader) }
        let field = unsafe fields + member.pointee.field
        if unsafe member.pointee.nullRule != .typeDecides, reader.isNullNext() {
            guard unsafe member.pointee.nullRule == .isNil else {
                throw reader.mismatch(expected: "a value other than null")
            }
            if unsafe member.pointee.wireBit >= 0 { unsafe setWireBit(member.pointee.wireBit, base) }
            if unsafe field.pointee.readsNullAsNil {
                reader.position &+= 4
                return unsafe field.initializeNil(base)
            }
        }
        unsafe try field.decodeValue(into: base, from: &reader)
    }

    private func readConstant(_ index: Int, from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        // A string usually has the same spelling as in the table.
        if unsafe members[index].constant!.start.pointee == ASCII.quote,
            unsafe members[index].constant!.isPrefix(of: reader.start + offset)
        {
            reader.position &+= members[index].constant!.count
            return
        }
        let constant = unsafe members[index].constant!.buffer
        let value = try reader.readValue()
        guard unsafe value == literalValue(constant) else {
            throw unsafe reader.invalidValue(
                at: offset, expected: String(decoding: constant, as: UTF8.self), found: "another value")
        }
    }

    private func readOtherMember(
        into base: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        let isOfOtherDirection = otherDirection.contains { unsafe $0.isEqual(toRead: reader.name) }
        if isOfOtherDirection {
            if reader.refusesOtherDirection {
                let name = reader.memberName
                var error = JSONError(
                    .memberOfOtherDirection, at: reader.position, found: "the read-only member `\(name)`")
                error.prepend(name)
                throw error
            }
            if reader.skipsOtherDirection { return try reader.skipValue() }
        } else if otherMembers == .unrecognized && reader.refusesUnrecognizedMembers
            || (otherMembers == .skipped || otherMembers == .overlap) && reader.refusesUnknownMembers
        {
            let name = reader.memberName
            var error = JSONError(.unknownMember, at: reader.position, found: "an unknown member `\(name)`")
            error.prepend(name)
            throw error
        }
        guard let map, isOfOtherDirection || otherMembers != .skipped else { return try reader.skipValue() }
        if otherMembers == .unrecognized, !isOfOtherDirection { reader.unrecognizedMemberCount += 1 }
        let field = unsafe fields.start + (fields.count - 1)
        let memory = unsafe base + field.pointee.offset
        if unsafe field.pointee.kind == .valueMap {
            unsafe try memory.assumingMemoryBound(to: [String: JSONValue].self).pointee
                .decodeMember(named: reader.memberName, from: &reader)
        } else if isOfOtherDirection {
            // The type of the dictionary's values need not be the type of this member.
            let mark = reader.mark
            do throws(JSONError) {
                unsafe try map.decodeMember(named: reader.memberName, into: memory, from: &reader)
            } catch {
                reader.rewind(to: mark)
                try reader.skipValue()
            }
        } else {
            unsafe try map.decodeMember(named: reader.memberName, into: memory, from: &reader)
        }
    }

    /// Initializes the dictionary of other members. Most hold any JSON values, which needs no generic code.
    private func initializeMap(_ base: UnsafeMutableRawPointer, _ field: UnsafePointer<Field>) {
        let memory = unsafe base + field.pointee.offset
        if unsafe field.pointee.kind == .valueMap {
            unsafe memory.initializeMemory(as: [String: JSONValue].self, to: [:])
        } else {
            unsafe map?.initializeEmpty(memory)
        }
    }

    private func removeDuplicate(
        _ index: Int, _ read: inout MemberSet, _ base: UnsafeMutableRawPointer, _ reader: borrowing JSONReader
    ) throws(JSONError) {
        guard reader.options.duplicateMembers == .lastWins else {
            throw reader.duplicateMember(members[index].name, at: reader.position)
        }
        read.remove(index)
        if !members[index].isConstant { unsafe fields[members[index].field].destroy(base) }
        if members[index].wireBit >= 0 { unsafe setWireBit(members[index].wireBit, base, to: false) }
    }

    /// Initializes absent members, or throws an error if one of them is required.
    @inline(never)
    private func fillIn(
        _ read: inout MemberSet, _ base: UnsafeMutableRawPointer, end: Int
    ) throws(JSONError) {
        for index in members.indices where !read.contains(index) {
            let member = members[index]
            guard member.mayBeAbsent else {
                var error = JSONError(.missingMember, at: end, found: "the member `\(member.name)` is missing")
                error.prepend(member.name)
                throw error
            }
            if !member.isConstant {
                unsafe fillIn(member, base)
            } else if member.wireBit >= 0 {
                unsafe setWireBit(member.wireBit, base)
            }
            read.insert(index)
        }
    }

    /// Initializes a member with `nil` or an absent `Presence`.
    private func fillIn(_ member: Member, _ base: UnsafeMutableRawPointer) {
        let field = unsafe fields.start + member.field
        if unsafe field.pointee.optional != nil {
            unsafe field.initializeNil(base)
        } else {
            unsafe member.absence!.initializeAbsent(base + field.pointee.offset)
        }
    }

    func literalValue(_ literal: UnsafeBufferPointer<UInt8>) -> JSONValue {
        var reader = unsafe JSONReader(literal)
        do { return try reader.readValue() } catch {
            preconditionFailure("a constant in the table of \(type) is malformed: \(error)")
        }
    }

    private func destroy(_ read: borrowing MemberSet, _ base: UnsafeMutableRawPointer) {
        for index in members.indices where read.contains(index) && !members[index].isConstant {
            unsafe fields[members[index].field].destroy(base)
        }
        if map != nil { unsafe fields[fields.count - 1].destroy(base) }
    }

    // MARK: Wire state

    @_transparent
    private func setWireBit(_ bit: Int, _ base: UnsafeMutableRawPointer, to isSet: Bool = true) {
        // `WireState`s are consecutive words.
        let words = unsafe (base + fields.wireOffset).assumingMemoryBound(to: WireState.self)
        let mask: UInt64 = 1 &<< UInt64(truncatingIfNeeded: bit & 63)
        if isSet { unsafe words[bit &>> 6].bits |= mask } else { unsafe words[bit &>> 6].bits &= ~mask }
    }

    func wireBit(_ bit: Int, _ base: UnsafeRawPointer) -> Bool {
        guard bit >= 0 else { return false }
        let words = unsafe (base + fields.wireOffset).assumingMemoryBound(to: WireState.self)
        return unsafe words[bit &>> 6].bits &>> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0
    }
}
