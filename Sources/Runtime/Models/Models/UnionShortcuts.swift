import ApusByteText

/// The variants of a union that are identified by the JSON type of a value or by an object's first member.
///
/// They are found without moving the reader or evaluating the plan.
@safe  // The memory behind the pointer is never changed or freed, and an index is below the count.
struct UnionShortcuts: @unchecked Sendable {
    /// The variants by JSON type, or -1 if the type does not identify one.
    private let null, boolean, number, string, array, object: Int
    /// The identifying member as `"name":`.
    private let name: Member.Bytes?
    /// The values of the identifying member and their variants.
    private let values: UnsafePointer<(quoted: Member.Bytes, variant: Int)>
    private let valueCount: Int

    init(_ plan: UnionPlan) {
        var kinds: UnionPlan.Kinds?
        if case .kinds(let byType) = plan { kinds = byType }
        null = Self.variant(kinds?.null)
        boolean = Self.variant(kinds?.boolean)
        string = Self.variant(kinds?.string)
        array = Self.variant(kinds?.array)
        object = Self.variant(kinds?.object)
        number = kinds.map { $0.tellsIntegers ? -1 : Self.variant($0.otherNumber) } ?? -1
        var values: [(quoted: Member.Bytes, variant: Int)] = []
        if case .property(let discriminator, _, _)? = kinds == nil ? plan : kinds?.object {
            name = unsafe Member.Bytes(quoting: discriminator.name.buffer, followedBy: ASCII.colon)
            for text in discriminator.values.texts {
                let variant = Self.variant(text.plan)
                if variant >= 0 { unsafe values.append((Member.Bytes(quoting: text.utf8.buffer), variant)) }
            }
        } else {
            name = nil
        }
        let copy = UnsafeMutablePointer<(quoted: Member.Bytes, variant: Int)>.allocate(capacity: values.count)
        for (index, value) in values.enumerated() { unsafe (copy + index).initialize(to: value) }
        unsafe self.values = unsafe UnsafePointer(copy)
        valueCount = values.count
    }

    private static func variant(_ plan: UnionPlan?) -> Int {
        guard case .variant(let variant)? = plan else { return -1 }
        return variant
    }

    /// Returns the variant of the value that begins at an address, or -1 if only the plan can tell.
    func variant(ofValueAt next: UnsafePointer<UInt8>) -> Int {
        switch unsafe JSONReader.ValueKind(ofValueAt: next) {
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
        while index < valueCount {
            if unsafe values[index].quoted.isPrefix(of: text) { return unsafe values[index].variant }
            index &+= 1
        }
        return -1
    }
}

extension Member.Bytes {
    /// Creates a JSON string in its usual spelling, optionally followed by a byte.
    fileprivate init(quoting text: UnsafeBufferPointer<UInt8>, followedBy byte: UInt8? = nil) {
        var writer = JSONWriter()
        unsafe writer.writeString(text)
        if let byte { writer.append(byte) }
        self.init(copying: writer.bytes)
    }
}
