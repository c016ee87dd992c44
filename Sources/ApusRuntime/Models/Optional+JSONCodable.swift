extension Optional: JSONCodable where Wrapped: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        if !Wrapped._acceptsNull, reader.readNull() {
            memory.initializeMemory(as: Self.self, to: nil)
        } else {
            // An optional is at least as large and as strictly aligned as what it wraps, so there is room for that.
            try Wrapped._decode(into: memory, from: &reader)
            let value = memory.assumingMemoryBound(to: Wrapped.self).move()
            memory.initializeMemory(as: Self.self, to: .some(value))
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        if isAbsent(memory) { return writer.writeNull() }
        // The value is reached where it is; a pattern would copy it.
        let optional = UnsafeMutableRawPointer(mutating: memory).assumingMemoryBound(to: Self.self)
        try withUnsafeMutablePointer(to: &optional.pointee!) { value throws(JSONError) in
            try Wrapped._encode(UnsafeRawPointer(value), to: &writer)
        }
    }

    public static var _acceptsNull: Bool { true }
}

extension Optional: AbsenceRepresentable where Wrapped: JSONCodable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer) {
        memory.initializeMemory(as: Self.self, to: nil)
    }

    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool {
        if case .none = memory.assumingMemoryBound(to: Self.self).pointee { true } else { false }
    }

    static func isWithoutValue(_ memory: UnsafeRawPointer) -> Bool { isAbsent(memory) }

    static var isPresence: Bool { false }
    static var wrapped: any JSONCodable.Type { Wrapped.self }
}
