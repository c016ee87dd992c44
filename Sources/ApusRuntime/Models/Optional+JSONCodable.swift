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
        switch memory.assumingMemoryBound(to: Self.self).pointee {
        case nil: writer.writeNull()
        case .some(let value): try writer.encode(value)
        }
    }

    public static var _acceptsNull: Bool { true }
}

extension Optional: AbsenceRepresentable where Wrapped: JSONCodable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer) {
        memory.initializeMemory(as: Self.self, to: nil)
    }

    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool {
        memory.assumingMemoryBound(to: Self.self).pointee == nil
    }

    static var isPresence: Bool { false }
    static var wrapped: any JSONCodable.Type { Wrapped.self }
}
