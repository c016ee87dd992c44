/// The layout of an optional, with which shared code creates and reads it in place instead of calling generic code.
///
/// Swift's ABI (docs/ABI/TypeLayout.rst, "Single-Payload Enums") stores the value at the beginning of an optional.
/// `nil` is either a bit pattern that no value of the wrapped type has, with the same size, or a nonzero byte after the
/// value. `check` verifies this layout on the platform where the program runs.
@safe  // It is only created for layouts that `check` has verified.
struct OptionalLayout: @unchecked Sendable {
    /// The bytes of `nil`. They hold no references, so that they can be copied.
    let nilBytes: UnsafeRawPointer
    let byteCount: Int
    /// The offset of the byte that distinguishes `nil` from a value, or -1 if there is none.
    let tagOffset: Int
    let type: any AbsenceRepresentable.Type
    /// Whether `null` is a value of the wrapped type and therefore not `nil`.
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

    /// Initializes memory with `nil`.
    @_transparent
    func initializeNil(_ memory: UnsafeMutableRawPointer) {
        guard byteCount >= 8 else { return unsafe memory.copyMemory(from: nilBytes, byteCount: byteCount) }
        // Copies words. The last one ends with the last byte and may overlap the one before it.
        var offset = 0
        while offset &+ 8 < byteCount {
            unsafe memory.storeBytes(
                of: nilBytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset,
                as: UInt64.self)
            offset &+= 8
        }
        unsafe memory.storeBytes(
            of: nilBytes.loadUnaligned(fromByteOffset: byteCount &- 8, as: UInt64.self), toByteOffset: byteCount &- 8,
            as: UInt64.self)
    }

    /// Verifies the layout of optionals of all kinds.
    private static let check: Void = {
        struct Counted {
            var word: Int
            var text: String
            var byte: UInt8
        }

        precondition(
            isInPlace(UInt8.max) && isInPlace(Int.min) && isInPlace(-0.5) && isInPlace(true) && isInPlace("text")
                && isInPlace([1]) && isInPlace(())
                && isInPlace(Counted(word: -1, text: "a text on the heap", byte: 255))
                && isInPlace(Int?.some(-1)) && isInPlace(String?.some("text")),
            "Optionals are not laid out as Swift's ABI says.")
    }()

    /// - Parameter value: A value without padding, whose bytes would be undefined.
    private static func isInPlace<Value>(_ value: Value) -> Bool {
        let valueSize = MemoryLayout<Value>.size
        let size = MemoryLayout<Value?>.size
        guard size == valueSize || size == valueSize + 1 else { return false }
        let isValueKept = unsafe withUnsafeBytes(of: value) { plain in
            unsafe withUnsafeBytes(of: Optional(value)) { optional in
                guard unsafe size == valueSize || optional[valueSize] == 0 else { return false }
                // Uses indices because the address of a value without bytes is undefined, and an iterator would use it.
                return (0..<valueSize).allSatisfy { unsafe plain[$0] == optional[$0] }
            }
        }
        return unsafe isValueKept && withUnsafeBytes(of: Value?.none) { unsafe size == valueSize || $0[valueSize] != 0 }
    }
}
