import ByteText

/// The variants of a union that are told by how the next value begins: by its JSON type, or by an object's first member.
/// They are found without a step forth and back, and the plan need not be asked.
final class UnionShortcuts: Sendable {
    /// By the JSON type; -1 where that does not tell.
    private let null, boolean, number, string, array, object: Int
    /// The member that tells, as `"name":`, and its values.
    private let name: Member.Bytes?
    private let values: [(quoted: Member.Bytes, variant: Int)]

    init(_ plan: UnionPlan) {
        var kinds: UnionPlan.Kinds?
        if case .kinds(let byType) = plan { kinds = byType }
        null = Self.variant(kinds?.null)
        boolean = Self.variant(kinds?.boolean)
        string = Self.variant(kinds?.string)
        array = Self.variant(kinds?.array)
        object = Self.variant(kinds?.object)
        number = kinds.map { $0.tellsIntegers ? -1 : Self.variant($0.otherNumber) } ?? -1
        guard case .property(let discriminator, _)? = kinds == nil ? plan : kinds?.object else {
            name = nil
            values = []
            return
        }
        name = unsafe Member.Bytes(quoting: discriminator.name.buffer, followedBy: ASCII.colon)
        values = discriminator.texts.compactMap { text in
            let variant = Self.variant(text.plan)
            return unsafe variant < 0 ? nil : (Member.Bytes(quoting: text.utf8.buffer), variant)
        }
    }

    private static func variant(_ plan: UnionPlan?) -> Int {
        guard case .variant(let variant)? = plan else { return -1 }
        return variant
    }

    /// The variant of the next value; -1 if the plan has to tell. White space must have been skipped.
    func variant(of reader: borrowing JSONReader) -> Int {
        let next = unsafe reader.start + reader.position
        switch reader.valueKind {
        case .object?:
            guard let name, unsafe name.isPrefix(of: next + 1) else { return object }
            return unsafe variant(byValue: next + (1 + name.count))
        case .array?: return array
        case .string?: return string
        case .number?: return number
        case .boolean?: return boolean
        case .null?: return null
        case nil: return -1
        }
    }

    private func variant(byValue text: UnsafePointer<UInt8>) -> Int {
        var index = 0
        while index < values.count {
            if unsafe values[index].quoted.isPrefix(of: text) { return values[index].variant }
            index &+= 1
        }
        return -1
    }
}

extension Member.Bytes {
    /// A JSON string, as it is mostly spelled, and perhaps a byte after it.
    fileprivate init(quoting text: UnsafeBufferPointer<UInt8>, followedBy byte: UInt8? = nil) {
        var writer = JSONWriter()
        unsafe writer.writeString(text)
        if let byte { writer.append(byte) }
        self.init(copying: writer.bytes)
    }
}
