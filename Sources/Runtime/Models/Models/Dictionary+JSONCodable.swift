extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe try reader.contents.content(ofDictionaryOf: Value.self).decode(into: memory, from: &reader)
    }

    /// Decodes a value and adds it.
    mutating func decodeMember(named name: String, from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.position
        if let index = index(forKey: name) {
            if !isSameText(self[index].key, name) { throw reader.indistinctMember(name, at: offset) }
            if reader.options.duplicateMembers == .refused {
                var error = reader.duplicateMember(name, at: offset)
                error.prepend(name)
                throw error
            }
        }
        do throws(JSONError) { self[name] = try reader.decode() as Value } catch {
            var error = error
            error.prepend(name)
            throw error
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try encode(writer.contents.content(ofDictionaryOf: Value.self), memory, to: &writer)
    }
}

extension Dictionary: JSONContainer where Key == String, Value: JSONCodable {
    static var contentType: any JSONCodable.Type { Value.self }

    static func areEqual(
        _ content: ContainerContent, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer
    ) -> Bool {
        unsafe left.assumingMemoryBound(to: Self.self).pointee.isEqual(
            to: right.assumingMemoryBound(to: Self.self).pointee
        ) { left, right in
            unsafe withUnsafePointer(to: left) { left in
                unsafe withUnsafePointer(to: right) { unsafe content.areValuesEqual(left, $0) }
            }
        }
    }

    static func hash(_ content: ContainerContent, _ memory: UnsafeRawPointer, into hasher: inout Hasher) {
        // Equal dictionaries may have another order.
        var sum = 0
        let dictionary = unsafe memory.assumingMemoryBound(to: Self.self).pointee
        let (names, values) = (dictionary.keys, dictionary.values)
        var index = dictionary.startIndex
        while index != dictionary.endIndex {
            var own = Hasher()
            own.combine(names[index])
            unsafe withUnsafePointer(to: values[index]) { unsafe content.hashElements($0, count: 1, into: &own) }
            sum &+= own.finalize()
            dictionary.formIndex(after: &index)
        }
        hasher.combine(dictionary.count)
        hasher.combine(sum)
    }

    static func decode(_ content: ContainerContent, from reader: inout JSONReader) throws(JSONError) -> Self {
        let mark = reader.scratch.mark
        let members = try content.readMembers(from: &reader)
        let count = members.values.count
        let dictionary =
            switch reader.options.duplicateMembers {
            case .refused: count == 0 ? Self() : Self(moving: members)
            case .lastWins: Self(movingLast: members)
            }
        members.values.deallocate()
        // Duplicate names are rare, so they are only searched for if some values are missing.
        let error = dictionary.count < count ? members.duplicate(in: reader) : nil
        members.discardNames()
        reader.scratch.release(to: mark)
        if let error { throw error }
        return dictionary
    }

    /// Moves the values of members. If a name occurs twice, it is unspecified which value is kept.
    ///
    /// The standard library creates its own dictionaries in this way. It takes one call of generic code, where
    /// `updateValue` takes several per member.
    private init(moving members: ContainerMembers) {
        let count = members.values.count
        unsafe self.init(_unsafeUninitializedCapacity: count, allowingDuplicates: true) { names, values in
            unsafe values.baseAddress!.moveInitialize(
                from: members.values.start.assumingMemoryBound(to: Value.self), count: count)
            var name = names.baseAddress!
            var index = 0
            while index < count {
                unsafe name.initialize(to: members.names[index].text)
                unsafe name += 1
                index &+= 1
            }
            return count
        }
    }

    /// Moves the values of members. If a name occurs twice, the last value is kept.
    private init(movingLast members: ContainerMembers) {
        self.init(minimumCapacity: members.values.count)
        let values = unsafe members.values.start.assumingMemoryBound(to: Value.self)
        for index in 0..<members.values.count {
            unsafe updateValue((values + index).move(), forKey: members.names[index].text)
        }
    }

    static func encode(
        _ content: ContainerContent, _ memory: UnsafeRawPointer, to writer: inout JSONWriter
    ) throws(JSONError) {
        let dictionary = unsafe memory.assumingMemoryBound(to: Self.self).pointee
        let count = dictionary.count
        guard try writer.mayOpen() else { return }
        writer.beginObject()
        if count > 0 {
            // Copies the members into memory that shared code can read.
            let mark = writer.scratch.mark
            let names = unsafe writer.scratch.allocate(count, of: String.self)
            let values = unsafe writer.scratch.allocate(count, of: Value.self)
            var index = 0
            for (name, value) in dictionary {
                unsafe (names + index).initialize(to: name)
                unsafe (values + index).initialize(to: value)
                index &+= 1
            }
            defer {
                unsafe names.deinitialize(count: count)
                unsafe values.deinitialize(count: count)
                writer.scratch.release(to: mark)
            }
            unsafe try content.writeMembers(names, values, count: count, to: &writer)
        }
        writer.endObject()
    }
}

extension Dictionary where Key == String {
    /// Returns whether both have equal values for the same names.
    ///
    /// Dictionaries that were made in the same way have the same order. A name is only searched for if it has another
    /// place in the other dictionary. An iterator would look up the type of a pair and copy pairs, so this uses indices.
    @inline(__always)
    func isEqual(to other: Self, _ areEqual: (Value, Value) -> Bool) -> Bool {
        guard count == other.count else { return false }
        let (names, values, otherNames, otherValues) = (keys, self.values, other.keys, other.values)
        var (index, next) = (startIndex, other.startIndex)
        while index != endIndex {
            let name = names[index]
            if areTextsEqual(otherNames[next], name) {
                guard areEqual(values[index], otherValues[next]) else { return false }
            } else {
                guard let found = other[name], areEqual(values[index], found) else { return false }
            }
            formIndex(after: &index)
            other.formIndex(after: &next)
        }
        return true
    }
}
