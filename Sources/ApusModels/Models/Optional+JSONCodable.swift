extension Optional: JSONCodable where Wrapped: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        if !Wrapped._acceptsNull, reader.readNull() {
            unsafe memory.initializeMemory(as: Self.self, to: nil)
        } else {
            // An optional is at least as large and as strictly aligned as what it wraps, so there is room for that.
            unsafe try Wrapped._decode(into: memory, from: &reader)
            let value = unsafe memory.assumingMemoryBound(to: Wrapped.self).move()
            unsafe memory.initializeMemory(as: Self.self, to: .some(value))
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        if unsafe isAbsent(memory) { return writer.writeNull() }
        // The value is at the beginning: see `OptionalLayout`. A pattern would copy it.
        unsafe try Wrapped._encode(memory, to: &writer)
    }

    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let isNil = unsafe isAbsent(left)
        guard unsafe isNil == isAbsent(right) else { return false }
        // A value is at the beginning of its optional: see `OptionalLayout`.
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

/// For types that may not be copied, so that looking at an optional copies nothing.
private func isNil<Wrapped: ~Copyable>(_ optional: UnsafePointer<Wrapped?>) -> Bool {
    switch unsafe optional.pointee {
    case .none: true
    case .some: false
    }
}
