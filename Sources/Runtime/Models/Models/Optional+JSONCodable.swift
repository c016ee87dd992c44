extension Optional: JSONCodable where Wrapped: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        if !Wrapped._acceptsNull, reader.readNull() {
            unsafe memory.initializeMemory(as: Self.self, to: nil)
        } else {
            // An optional is at least as large and as strictly aligned as its wrapped type, so the value fits.
            unsafe try Wrapped._decode(into: memory, from: &reader)
            let value = unsafe memory.assumingMemoryBound(to: Wrapped.self).move()
            unsafe memory.initializeMemory(as: Self.self, to: .some(value))
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        if unsafe isAbsent(memory) { return writer.writeNull() }
        // The value is at the beginning of its optional (see `OptionalLayout`). Pattern matching would copy it.
        unsafe try Wrapped._encode(memory, to: &writer)
    }

    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let isNil = unsafe isAbsent(left)
        guard unsafe isNil == isAbsent(right) else { return false }
        // The value is at the beginning of its optional (see `OptionalLayout`).
        return unsafe isNil || Wrapped._areEqual(left, right)
    }

    public static var _acceptsNull: Bool { true }
}

extension Optional: AbsenceRepresentable where Wrapped: JSONCodable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer) {
        unsafe memory.initializeMemory(as: Self.self, to: nil)
    }

    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool {
        unsafe isNil(memory.assumingMemoryBound(to: Wrapped?.self))
    }

    static func isWithoutValue(_ memory: UnsafeRawPointer) -> Bool { unsafe isAbsent(memory) }

    static var isPresence: Bool { false }
    static var wrapped: any JSONCodable.Type { Wrapped.self }
    static var optionalLayout: OptionalLayout? { OptionalLayout(of: Self.self) }
}

/// Returns whether an optional is `nil`. The type need not be copyable, so that the test copies nothing.
private func isNil<Wrapped: ~Copyable>(_ optional: UnsafePointer<Wrapped?>) -> Bool {
    switch unsafe optional.pointee {
    case .none: true
    case .some: false
    }
}
