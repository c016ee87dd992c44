/// The cases of an open enum of strings, found by their UTF-8.
class OpenEnumCases: @unchecked Sendable {
    /// Reads a string, and initialises the memory with its case.
    func decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        preconditionFailure("a subclass reads")
    }
}

@safe  // The values are its own until it goes.
private final class TypedCases<Value: OpenEnum>: OpenEnumCases, @unchecked Sendable {
    private let names: [Member.Bytes]
    private let values: UnsafeMutablePointer<Value>

    /// - Precondition: the raw values are strings.
    override init() {
        let cases = Value.allCases
        names = cases.map { Member.Bytes(copying: Array(($0.rawValue as! String).utf8)) }
        unsafe values = .allocate(capacity: cases.count)
        for (index, value) in cases.enumerated() { unsafe (values + index).initialize(to: value) }
    }

    deinit {
        unsafe values.deinitialize(count: names.count)
        unsafe values.deallocate()
        for name in names { unsafe name.buffer.deallocate() }
    }

    override func decode(into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        let text = try reader.readStringContent()
        let index = unsafe names.withUnsafeBufferPointer { names in
            var index = 0
            while index < names.count, unsafe !names[index].isEqual(toRead: text.bytes) { index &+= 1 }
            return index
        }
        let value = unsafe memory.assumingMemoryBound(to: Value.self)
        if index < names.count {
            unsafe value.initialize(from: values + index, count: 1)
        } else {
            unsafe value.initialize(to: .unrecognized(text.string as! Value.RawValue))
        }
    }
}

extension OpenEnum {
    /// The cases, if they are strings.
    static func makeCases() -> OpenEnumCases? {
        RawValue.self == String.self ? TypedCases<Self>() : nil
    }
}
