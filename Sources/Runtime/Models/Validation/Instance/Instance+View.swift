extension Instance {
    /// Calls `body` with the value as JSON Schema sees it and the instance inside optionals, boxes, and unions.
    ///
    /// The pointers are only valid in `body`.
    func withView(_ body: (InstanceView, Instance) -> Void) {
        switch shape.kind {
        case .string: unsafe body(.string(memory.assumingMemoryBound(to: String.self).pointee), self)
        case .bool: unsafe body(.bool(memory.assumingMemoryBound(to: Bool.self).pointee), self)
        case .integer: unsafe body(.number(.integer(Int64(memory.assumingMemoryBound(to: Int.self).pointee))), self)
        case .double: unsafe body(.number(.double(memory.assumingMemoryBound(to: Double.self).pointee)), self)
        case .scalar(let read): unsafe body(read(memory), self)
        case .json: unsafe withView(of: memory.assumingMemoryBound(to: JSONValue.self).pointee, body)
        case .optional(let type, let wrapped):
            if unsafe type.isWithoutValue(memory) { return body(.null, self) }
            unsafe Instance(shape: wrapped, memory: memory).withView(body)
        case .indirect(let type, let wrapped):
            unsafe type.withValue(memory) { unsafe Instance(shape: wrapped, memory: $0).withView(body) }
        case .array(let type, let element):
            unsafe type.withElements(memory) { first, count, stride in
                unsafe body(.array(.contiguous(first: first, count: count, stride: stride, element: element)), self)
            }
        case .dictionary(let type, let value): unsafe body(.object(.dictionary(type, value, memory)), self)
        case .object(let table, let shapes, let constants):
            unsafe body(.object(.model(table, shapes, constants: constants, memory)), self)
        case .tuple(let table, let shapes): unsafe body(.array(.tuple(table, shapes, memory)), self)
        case .union(let type, let variants):
            unsafe type.withVariant(memory) { variant, value in
                unsafe Instance(shape: variants[variant], memory: value).withView(body)
            }
        case .opaque: withView(of: jsonValue ?? .null, body)
        }
    }

    private func withView(of value: JSONValue, _ body: (InstanceView, Instance) -> Void) {
        switch value {
        case .null: body(.null, self)
        case .bool(let value): body(.bool(value), self)
        case .integer(let value): body(.number(.integer(value)), self)
        case .number(let value): body(.number(.double(value)), self)
        case .decimal(let value): body(.number(value.number), self)
        case .string(let value): body(.string(value), self)
        case .array(let elements):
            unsafe elements.withUnsafeBufferPointer {
                unsafe body(
                    .array(
                        .contiguous(
                            first: UnsafeRawPointer($0.baseAddress), count: $0.count,
                            stride: MemoryLayout<JSONValue>.stride, element: JSONValue.shape)), self)
            }
        case .object(let object): body(.object(.json(object, JSONValue.shape)), self)
        }
    }

    /// The value as JSON, or `nil` if it contains a number that is not finite.
    var jsonValue: JSONValue? {
        if case .json = shape.kind { return unsafe memory.assumingMemoryBound(to: JSONValue.self).pointee }
        var writer = JSONWriter()
        guard unsafe (try? shape.type._encode(memory, to: &writer)) != nil else { return nil }
        return try? JSON.decode(JSONValue.self, from: writer.bytes)
    }
}
