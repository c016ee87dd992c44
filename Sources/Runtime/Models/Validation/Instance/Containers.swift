/// An array of an unknown element type.
protocol ArrayElements: JSONCodable {
    static var elementType: any JSONCodable.Type { get }
    static func withElements(
        _ memory: UnsafeRawPointer, _ body: (_ first: UnsafeRawPointer?, _ count: Int, _ stride: Int) -> Void)
}

extension Array: ArrayElements where Element: JSONCodable {
    static var elementType: any JSONCodable.Type { Element.self }

    static func withElements(
        _ memory: UnsafeRawPointer, _ body: (_ first: UnsafeRawPointer?, _ count: Int, _ stride: Int) -> Void
    ) {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer {
            unsafe body(UnsafeRawPointer($0.baseAddress), $0.count, MemoryLayout<Element>.stride)
        }
    }
}

/// A dictionary of an unknown value type.
protocol DictionaryMembers: JSONCodable {
    static var valueType: any JSONCodable.Type { get }
    static func count(_ memory: UnsafeRawPointer) -> Int
    /// Calls `body` with each member until it returns `false`. Ordered members are sorted by the UTF-8 of their names.
    static func forEach(_ memory: UnsafeRawPointer, isOrdered: Bool, _ body: (String, UnsafeRawPointer) -> Bool)
    /// Calls `body` with each value, in any order, until it returns `false`.
    static func forEachValue(_ memory: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Bool)
    static func withValue(named name: String, _ memory: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void)
}

extension Dictionary: DictionaryMembers where Key == String, Value: JSONCodable {
    static var valueType: any JSONCodable.Type { Value.self }

    static func count(_ memory: UnsafeRawPointer) -> Int {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.count
    }

    static func forEach(_ memory: UnsafeRawPointer, isOrdered: Bool, _ body: (String, UnsafeRawPointer) -> Bool) {
        let dictionary = unsafe memory.assumingMemoryBound(to: Self.self).pointee
        guard isOrdered, dictionary.count > 1 else {
            for (name, value) in dictionary {
                if unsafe !withUnsafePointer(to: value, { unsafe body(name, $0) }) { return }
            }
            return
        }
        for (name, value) in dictionary.sorted(by: { utf8Precedes($0.key, $1.key) }) {
            if unsafe !withUnsafePointer(to: value, { unsafe body(name, $0) }) { return }
        }
    }

    static func forEachValue(_ memory: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Bool) {
        let dictionary = unsafe memory.assumingMemoryBound(to: Self.self).pointee
        let values = dictionary.values
        // An iterator would look up the type of a pair and copy the names.
        var index = dictionary.startIndex
        while index != dictionary.endIndex {
            if unsafe !withUnsafePointer(to: values[index], { unsafe body($0) }) { return }
            dictionary.formIndex(after: &index)
        }
    }

    static func withValue(named name: String, _ memory: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
        let dictionary = unsafe memory.assumingMemoryBound(to: Self.self).pointee
        // Swift considers canonically equivalent names to be equal.
        guard let index = dictionary.index(forKey: name), isSameText(dictionary[index].key, name) else { return }
        unsafe withUnsafePointer(to: dictionary[index].value) { unsafe body($0) }
    }
}

/// An `Indirect` of an unknown value type.
protocol IndirectValue: JSONCodable {
    static var valueType: any JSONCodable.Type { get }
    static func withValue(_ memory: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void)
}

extension Indirect: IndirectValue where Value: JSONCodable {
    static var valueType: any JSONCodable.Type { Value.self }

    static func withValue(_ memory: UnsafeRawPointer, _ body: (UnsafeRawPointer) -> Void) {
        unsafe withUnsafePointer(to: memory.assumingMemoryBound(to: Self.self).pointee.wrappedValue) { unsafe body($0) }
    }
}

extension UnionModel {
    /// Calls `visitor` with the variant of a value in memory.
    static func visit(_ memory: UnsafeRawPointer, _ visitor: inout some VariantVisitor) {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.visit(&visitor)
    }

    /// Calls `body` with the index and value of a variant.
    static func withVariant(_ memory: UnsafeRawPointer, _ body: (_ variant: Int, UnsafeRawPointer) -> Void) {
        unsafe withoutActuallyEscaping(body) { body in
            var reader = unsafe VariantReader(body: body)
            unsafe visit(memory, &reader)
        }
    }
}

@safe  // The address belongs to the visited value and is only used during the visit.
private struct VariantReader: VariantVisitor {
    let body: (Int, UnsafeRawPointer) -> Void

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        unsafe withUnsafePointer(to: value) { unsafe body(variant, $0) }
    }
}
