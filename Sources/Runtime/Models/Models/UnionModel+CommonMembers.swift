// The members that all variants of a union have. Generated unions give access to each of them by a property.

extension UnionModel {
    /// Returns the stored property for a member that all variants have.
    ///
    /// If the value matches no variant, it is the member of the JSON, or the value of an absent member.
    ///
    /// - Precondition: The property has the type `Value` in all variants. In an open union, `Value` is an optional or a
    ///   `Presence`.
    public func commonMember<Value: JSONCodable>(_ name: StaticString) -> Value {
        var reader = CommonMemberReader<Value>(name: name)
        visit(&reader)
        if let value = reader.value { return value }
        guard let type = Value.self as? any AbsenceRepresentable.Type else {
            preconditionFailure("`\(Self.self)` has a variant without the member `\(name)`.")
        }
        return absentValue(type) as! Value
    }

    /// Returns the stored property for a member that all variants have and some of them require, or `nil` if the member
    /// is absent.
    ///
    /// - Precondition: The property has the type `Value`, or an optional of it, in all variants.
    public func commonMemberIfPresent<Value: JSONCodable>(_ name: StaticString) -> Value? {
        var reader = CommonMemberReader<Value>(name: name)
        visit(&reader)
        return reader.value
    }
}

private func absentValue<Value: AbsenceRepresentable>(_ type: Value.Type) -> Value {
    unsafe withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { memory in
        unsafe Value.initializeAbsent(UnsafeMutableRawPointer(memory.baseAddress!))
        return unsafe memory.baseAddress!.move()
    }
}

private struct CommonMemberReader<Member: JSONCodable>: VariantVisitor {
    let name: StaticString
    var value: Member?

    init(name: StaticString) { self.name = name }

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        if let model = Value.self as? any ObjectModel.Type {
            let table = model.table
            guard let index = table.members.index(of: name.description), table.members[index].field >= 0 else { return }
            let field = table.fields[table.members[index].field]
            let isOptional = field.valueType == Member?.self
            precondition(
                isOptional || field.valueType == Member.self, "`\(name)` of `\(model)` is no `\(Member.self)`.")
            // The table's offsets and types were compared with the struct's stored properties.
            self.value = unsafe withUnsafePointer(to: value) { value in
                let member = unsafe UnsafeRawPointer(value) + field.offset
                return isOptional
                    ? unsafe member.assumingMemoryBound(to: Member?.self).pointee
                    : unsafe member.assumingMemoryBound(to: Member.self).pointee
            }
        } else if case .object(let members)? = value as? JSONValue {
            self.value = members[name.description].flatMap { try? $0.decode() }
        }
    }
}
