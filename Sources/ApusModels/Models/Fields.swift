/// The stored properties of a struct and their offsets.
///
/// Swift lays out properties in declaration order, each at the next multiple of its alignment. The initializer compares
/// the resulting size, stride, and alignment with those of the struct, so that it finds most lists of types that do not
/// belong to the struct. It does not find two exchanged types of the same layout.
@safe  // The initializer checks the offsets against the model's size, stride, and alignment.
struct Fields: @unchecked Sendable {
    let start: UnsafePointer<Field>
    let count: Int
    /// The offset of the first `WireState`.
    let wireOffset: Int

    init<Model>(of model: Model.Type, _ types: [any JSONCodable.Type], wireStates: Int) {
        var end = 0
        var alignment = 1

        func place<Value>(_ type: Value.Type) -> Int {
            let offset = (end + MemoryLayout<Value>.alignment - 1) & ~(MemoryLayout<Value>.alignment - 1)
            end = offset + MemoryLayout<Value>.size
            alignment = max(alignment, MemoryLayout<Value>.alignment)
            return offset
        }

        let fields = UnsafeMutablePointer<Field>.allocate(capacity: types.count)
        for (index, type) in types.enumerated() {
            unsafe (fields + index).initialize(to: Field(type, offset: place(type)))
        }
        unsafe start = unsafe UnsafePointer(fields)
        count = types.count
        var wireOffset = 0
        for index in 0..<wireStates {
            let offset = place(WireState.self)
            if index == 0 { wireOffset = offset }
        }
        self.wireOffset = wireOffset
        let stride = max(1, (end + alignment - 1) & ~(alignment - 1))
        precondition(
            end == MemoryLayout<Model>.size && stride == MemoryLayout<Model>.stride
                && alignment == MemoryLayout<Model>.alignment,
            """
            The table of \(Model.self) does not describe its stored properties: by the table the size is \(end), \
            the stride \(stride), the alignment \(alignment); the type has \(MemoryLayout<Model>.size), \
            \(MemoryLayout<Model>.stride), \(MemoryLayout<Model>.alignment).
            """)
    }

    subscript(index: Int) -> Field {
        unsafeAddress { unsafe start + index }
    }

    var valueTypes: [any JSONCodable.Type] { (0..<count).map { unsafe start[$0].valueType } }

    func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        var index = 0
        while index < count {
            guard unsafe self[index].areEqual(left, right) else { return false }
            index &+= 1
        }
        return true
    }

    func hash(_ base: UnsafeRawPointer, into hasher: inout Hasher) {
        for index in 0..<count { unsafe self[index].hash(base, into: &hasher) }
    }
}
