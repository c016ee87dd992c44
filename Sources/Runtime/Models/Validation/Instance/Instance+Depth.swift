extension Instance {
    /// Returns whether arrays and objects are nested deeper than a number of levels.
    func isDeeper(than levels: Int) -> Bool {
        guard shape.mayBeDeep else { return false }
        var result = false
        switch shape.kind {
        case .json: return unsafe memory.assumingMemoryBound(to: JSONValue.self).pointee.isDeeper(than: levels)
        case .optional(let type, let wrapped):
            if unsafe type.isWithoutValue(memory) { return false }
            return unsafe Instance(shape: wrapped, memory: memory).isDeeper(than: levels)
        case .indirect(let type, let wrapped):
            unsafe type.withValue(memory) {
                result = unsafe Instance(shape: wrapped, memory: $0).isDeeper(than: levels)
            }
        case .union(let type, let variants):
            var visitor = VariantDepth(variants: variants, levels: levels)
            unsafe type.visit(memory, &visitor)
            return visitor.isDeeper
        case .array(let type, let element):
            guard levels > 0 else { return true }
            unsafe type.withElements(memory) { first, count, stride in
                guard let first = unsafe first else { return }
                result = (0..<count).contains { index in
                    unsafe Instance(shape: element, memory: first + index * stride).isDeeper(than: levels - 1)
                }
            }
        case .dictionary(let type, let value):
            guard levels > 0 else { return true }
            // Most dictionaries have JSON values, and generic code is slow for dictionaries.
            if case .json = value.kind {
                return unsafe memory.assumingMemoryBound(to: [String: JSONValue].self).pointee.values
                    .contains { $0.isDeeper(than: levels - 1) }
            }
            unsafe type.forEachValue(memory) { memory in
                result = unsafe Instance(shape: value, memory: memory).isDeeper(than: levels - 1)
                return !result
            }
        case .object(let table, let shapes, _):
            return isDeeper(in: table.fields, shapes, than: levels)
        case .tuple(let table, let shapes):
            return isDeeper(in: table.fields, shapes, than: levels)
        case .string, .bool, .integer, .double, .scalar, .opaque: break
        }
        return result
    }

    /// Returns whether members or elements, which are one level down, are nested deeper than a number of levels.
    private func isDeeper(in fields: Fields, _ shapes: [Shape], than levels: Int) -> Bool {
        if levels == 0 { return true }
        for index in shapes.indices where shapes[index].mayBeDeep {
            let value = unsafe Instance(shape: shapes[index], memory: memory + fields[index].offset)
            if value.isDeeper(than: levels - 1) { return true }
        }
        return false
    }
}

/// Looks into the variant of a union without a closure, which would be allocated.
private struct VariantDepth: VariantVisitor {
    let variants: [Shape]
    let levels: Int
    var isDeeper = false

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        let shape = variants[variant]
        guard shape.mayBeDeep else { return }
        isDeeper = unsafe withUnsafePointer(to: value) {
            unsafe Instance(shape: shape, memory: $0).isDeeper(than: levels)
        }
    }
}

extension JSONValue {
    fileprivate func isDeeper(than levels: Int) -> Bool {
        switch self {
        case .array(let elements): levels == 0 || elements.contains { $0.isDeeper(than: levels - 1) }
        case .object(let members): levels == 0 || members.containsValue { $0.isDeeper(than: levels - 1) }
        case .null, .bool, .integer, .number, .decimal, .string: false
        }
    }
}
