/// How an optional is laid out, so that it is made and read in place, without generic code for each access.
///
/// Swift's ABI (docs/ABI/TypeLayout.rst, "Single-Payload Enums") puts the value at the beginning of an optional. That
/// there is none is said by a value that the wrapped type does not have, and then both have the same size; or by a
/// byte after the value, which is 0 if there is a value. `check()` makes sure that this holds where the program runs.
@safe  // Only made for layouts that were looked at, see `check`.
struct OptionalLayout: @unchecked Sendable {
    /// The bytes of nil. They hold nothing that is counted, so they can be copied.
    let nilBytes: UnsafeRawPointer
    let byteCount: Int
    /// Where the byte is that tells nil from a value; -1 if there is none.
    let tagOffset: Int
    let type: any AbsenceRepresentable.Type
    /// Whether `null` is a value of the wrapped type, and so not nil.
    let payloadAcceptsNull: Bool

    init<Wrapped: JSONCodable>(of type: Wrapped?.Type) {
        Self.check
        self.type = type
        payloadAcceptsNull = Wrapped._acceptsNull
        let size = MemoryLayout<Wrapped?>.size
        tagOffset = size > MemoryLayout<Wrapped>.size ? MemoryLayout<Wrapped>.size : -1
        precondition(
            size <= MemoryLayout<Wrapped>.size + 1, "The memory of \(type) is not laid out as that of an optional.")
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, size), alignment: MemoryLayout<Wrapped?>.alignment)
        unsafe bytes.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        unsafe bytes.initializeMemory(as: Wrapped?.self, to: nil)
        unsafe nilBytes = UnsafeRawPointer(bytes)
        byteCount = size
    }

    /// Initialises memory with nil.
    @_transparent
    func initializeNil(_ memory: UnsafeMutableRawPointer) {
        guard byteCount >= 8 else { return unsafe memory.copyMemory(from: nilBytes, byteCount: byteCount) }
        // A word at a time; the last one ends with the last byte.
        var offset = 0
        while offset &+ 8 < byteCount {
            unsafe memory.storeBytes(
                of: nilBytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset, as: UInt64.self)
            offset &+= 8
        }
        unsafe memory.storeBytes(
            of: nilBytes.loadUnaligned(fromByteOffset: byteCount &- 8, as: UInt64.self), toByteOffset: byteCount &- 8,
            as: UInt64.self)
    }

    /// Looks at optionals of all kinds of layout.
    private static let check: Void = {
        struct Counted { var word: Int; var text: String; var byte: UInt8 }

        precondition(
            isInPlace(UInt8.max) && isInPlace(Int.min) && isInPlace(-0.5) && isInPlace(true) && isInPlace("text")
                && isInPlace([1]) && isInPlace(()) && isInPlace(Counted(word: -1, text: "a text on the heap", byte: 255))
                && isInPlace(Int?.some(-1)) && isInPlace(String?.some("text")),
            "Optionals are not laid out as Swift's ABI says.")
    }()

    /// - Parameter value: one whose bytes all matter; those that do not may differ.
    private static func isInPlace<Value>(_ value: Value) -> Bool {
        let valueSize = MemoryLayout<Value>.size, size = MemoryLayout<Value?>.size
        guard size == valueSize || size == valueSize + 1 else { return false }
        let isValueKept = unsafe withUnsafeBytes(of: value) { plain in
            unsafe withUnsafeBytes(of: Optional(value)) { optional in
                guard unsafe size == valueSize || optional[valueSize] == 0 else { return false }
                // By index: where a value without bytes lies is undefined, and so is an iterator over it.
                return (0..<valueSize).allSatisfy { unsafe plain[$0] == optional[$0] }
            }
        }
        return unsafe isValueKept && withUnsafeBytes(of: Value?.none) { unsafe size == valueSize || $0[valueSize] != 0 }
    }
}
