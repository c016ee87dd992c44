/// The stored properties of a struct and their offsets.
///
/// The initializer compares the types and offsets with those that the compiler lists for reflection, so that a list of
/// types that is not the struct's is found when its table is first used. In a module without reflection metadata it
/// compares the size, stride, and alignment, and does not find two exchanged types of one layout.
@safe  // The initializer checks the types against the model's stored properties.
struct Fields: @unchecked Sendable {
    let start: UnsafePointer<Field>
    let count: Int
    /// The offset of the first `WireState`.
    let wireOffset: Int

    init<Model>(of model: Model.Type, _ types: [any JSONCodable.Type], wireStates: Int) {
        let layout = FieldLayout(types.map { $0 } + Array(repeating: WireState.self, count: wireStates))
        if let mismatch = layout.mismatch(with: model) {
            preconditionFailure("The table of \(model) does not describe its stored properties: \(mismatch).")
        }
        let fields = UnsafeMutablePointer<Field>.allocate(capacity: types.count)
        for (index, type) in types.enumerated() {
            unsafe (fields + index).initialize(to: Field(type, offset: layout.offsets[index]))
        }
        unsafe start = unsafe UnsafePointer(fields)
        count = types.count
        wireOffset = wireStates > 0 ? layout.offsets[types.count] : 0
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
        // One bit for each `nil` of the last fields. Combining them one by one would take longer than most values do.
        var absent: UInt64 = 0
        var index = 0
        while index < count {
            absent <<= 1
            if unsafe self[index].isNil(base) {
                absent |= 1
            } else {
                unsafe self[index].hashPayload(base, into: &hasher)
            }
            index &+= 1
            if index & 63 == 0 {
                hasher.combine(absent)
                absent = 0
            }
        }
        hasher.combine(absent)
    }
}
