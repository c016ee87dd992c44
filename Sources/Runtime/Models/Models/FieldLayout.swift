/// The offsets of a struct's stored properties by their types.
///
/// Swift lays out properties in declaration order, each at the next multiple of its alignment.
struct FieldLayout {
    private(set) var offsets: [Int] = []
    private var types: [Any.Type] = []
    private var end = 0
    private var alignment = 1

    init(_ types: [Any.Type]) {
        for type in types { place(type) }
    }

    private mutating func place<Value>(_ type: Value.Type) {
        let offset = (end + MemoryLayout<Value>.alignment - 1) & ~(MemoryLayout<Value>.alignment - 1)
        offsets.append(offset)
        types.append(type)
        end = offset + MemoryLayout<Value>.size
        alignment = max(alignment, MemoryLayout<Value>.alignment)
    }

    /// Describes how the types differ from the stored properties of a struct. Returns `nil` if they are the same.
    func mismatch<Model>(with model: Model.Type) -> String? {
        if let properties = StoredProperties(of: model)?.all {
            guard properties.count == types.count else {
                return "it has \(types.count) types for \(properties.count) stored properties"
            }
            for (index, property) in properties.enumerated() {
                guard property.type == types[index] else {
                    return "it has \(types[index]) for the property `\(property.name)`, which is \(property.type)"
                }
                // An empty value has no place of its own.
                guard property.offset == offsets[index] || property.offset == 0 else {
                    return "`\(property.name)` is at byte \(property.offset) rather than \(offsets[index])"
                }
            }
        }
        let stride = max(1, (end + alignment - 1) & ~(alignment - 1))
        guard
            end == MemoryLayout<Model>.size, stride == MemoryLayout<Model>.stride,
            alignment == MemoryLayout<Model>.alignment
        else {
            return """
                by the table the size is \(end), the stride \(stride), the alignment \(alignment); the type has \
                \(MemoryLayout<Model>.size), \(MemoryLayout<Model>.stride), \(MemoryLayout<Model>.alignment)
                """
        }
        return nil
    }
}
