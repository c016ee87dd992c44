/// The cases of an open enum of strings, found by their UTF-8.
///
/// They are created once per field and never freed. A pointer, so that passing it costs nothing.
@safe  // The memory behind the pointer is never changed or freed, and an index is below the count.
struct OpenEnumCases: @unchecked Sendable {
    @safe  // As above.
    fileprivate struct List {
        let type: any OpenEnum.Type
        let names: UnsafePointer<Member.Bytes>
        /// The values of the type in the order of `names`.
        let values: UnsafeRawPointer
        let count: Int
    }

    private let list: UnsafePointer<List>

    /// Returns `nil` if the enum's raw values are not strings, or if its cases do not fit into the memory of a string.
    init?(of type: any OpenEnum.Type) {
        guard isOfStrings(type) else { return nil }
        let list = UnsafeMutablePointer<List>.allocate(capacity: 1)
        unsafe list.initialize(to: cases(of: type))
        unsafe self.list = unsafe UnsafePointer(list)
    }

    /// Decodes a string and initializes memory with its case.
    func decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let type = unsafe list.pointee.type
        let names = unsafe list.pointee.names
        let count = unsafe list.pointee.count
        let text = try reader.readStringContent()
        var index = 0
        while index < count, unsafe !names[index].isEqual(toRead: text.bytes) { index &+= 1 }
        if index < count {
            unsafe copyCase(type, list.pointee.values, index, memory)
        } else {
            unsafe initializeUnrecognized(type, text.string, memory)
        }
    }
}

private func isOfStrings<Value: OpenEnum>(_ type: Value.Type) -> Bool {
    Value.RawValue.self == String.self && MemoryLayout<Value>.size == MemoryLayout<String>.size
}

private func cases<Value: OpenEnum>(of type: Value.Type) -> OpenEnumCases.List {
    let cases = Value.allCases
    let names = UnsafeMutablePointer<Member.Bytes>.allocate(capacity: cases.count)
    let values = UnsafeMutablePointer<Value>.allocate(capacity: cases.count)
    for (index, value) in cases.enumerated() {
        unsafe (names + index).initialize(to: Member.Bytes(copying: Array((value.rawValue as! String).utf8)))
        unsafe (values + index).initialize(to: value)
    }
    return unsafe OpenEnumCases.List(
        type: type, names: UnsafePointer(names), values: UnsafeRawPointer(values), count: cases.count)
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
