/// The cases of an open enum of strings, found by their UTF-8.
///
/// They are made once, for a field, and are never freed.
@safe  // What the addresses lead to is never changed or freed, and an index is below the count.
struct OpenEnumCases: @unchecked Sendable {
    private let type: any OpenEnum.Type
    private let names: UnsafePointer<Member.Bytes>
    /// As many values of the type, in the same order.
    private let values: UnsafeRawPointer
    private let count: Int

    /// Nil if the enum's raw values are not strings.
    init?(of type: any OpenEnum.Type) {
        guard isOfStrings(type) else { return nil }
        self.type = type
        (unsafe names, unsafe values, count) = unsafe cases(of: type)
    }

    /// Reads a string, and initialises the memory with its case.
    func decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let type = type
        let text = try reader.readStringContent()
        var index = 0
        while index < count, unsafe !names[index].isEqual(toRead: text.bytes) { index &+= 1 }
        if index < count {
            unsafe copyCase(type, values, index, memory)
        } else {
            unsafe initializeUnrecognized(type, text.string, memory)
        }
    }
}

private func isOfStrings<Value: OpenEnum>(_ type: Value.Type) -> Bool { Value.RawValue.self == String.self }

private func cases<Value: OpenEnum>(
    of type: Value.Type
) -> (names: UnsafePointer<Member.Bytes>, values: UnsafeRawPointer, count: Int) {
    let cases = Value.allCases
    let names = UnsafeMutablePointer<Member.Bytes>.allocate(capacity: cases.count)
    let values = UnsafeMutablePointer<Value>.allocate(capacity: cases.count)
    for (index, value) in cases.enumerated() {
        unsafe (names + index).initialize(to: Member.Bytes(copying: Array((value.rawValue as! String).utf8)))
        unsafe (values + index).initialize(to: value)
    }
    return unsafe (UnsafePointer(names), UnsafeRawPointer(values), cases.count)
}

private func copyCase<Value: OpenEnum>(
    _ type: Value.Type, _ values: UnsafeRawPointer, _ index: Int, _ memory: UnsafeMutableRawPointer
) {
    unsafe memory.assumingMemoryBound(to: type)
        .initialize(to: values.assumingMemoryBound(to: type)[index])
}

private func initializeUnrecognized<Value: OpenEnum>(
    _ type: Value.Type, _ text: String, _ memory: UnsafeMutableRawPointer
) {
    unsafe memory.assumingMemoryBound(to: type).initialize(to: .unrecognized(text as! Value.RawValue))
}
