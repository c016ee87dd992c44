/// A generated enum for a value of one of several types.
///
/// ```swift
/// switch record {
/// case .session(let session): print(session.id)
/// case .unrecognized(let json): print("newer than the description:", json)
/// }
/// ```
public protocol UnionModel: JSONCodable, TextOutputStreamable, CustomReflectable {
    /// Its name is not `table`, so that a case can be called that.
    static var unionTable: UnionTable { get }

    /// Decodes the variant with an index in the table. In an open union, the index after the last is `unrecognized`.
    init(variant: Int, from reader: inout JSONReader) throws(JSONError)

    /// Calls the visitor with the value and the index of its variant.
    func visit(_ visitor: inout some VariantVisitor)
}

/// An operation on the value of a union, generic over the value's type.
public protocol VariantVisitor {
    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int)
}

extension UnionModel {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        let table = unionTable
        switch try table.select(&reader) {
        case .variant(let variant):
            let mark = reader.mark
            let value: Self
            do throws(JSONError) { value = try Self(variant: variant, from: &reader) } catch {
                value = try keeping(what: error, of: table, from: mark, &reader)
            }
            unsafe memory.assumingMemoryBound(to: Self.self).initialize(to: value)
        case .trial(let variants):
            unsafe memory.assumingMemoryBound(to: Self.self)
                .initialize(to: try firstFitting(variants, of: table, from: &reader))
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        let error: JSONError? = unsafe withUnsafeMutablePointer(to: &writer) { writer in
            var encoder = unsafe VariantEncoder(writer: writer)
            unsafe memory.assumingMemoryBound(to: Self.self).pointee.visit(&encoder)
            return encoder.error
        }
        if let error { throw error }
    }

    public static var _acceptsNull: Bool { unionTable.acceptsNull }

    public static func _areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        var comparison = unsafe VariantComparison(right: right, union: Self.self)
        unsafe left.assumingMemoryBound(to: Self.self).pointee.visit(&comparison)
        return comparison.isEqual
    }

    public static func == (left: Self, right: Self) -> Bool {
        unsafe withUnsafePointer(to: left) { left in
            unsafe withUnsafePointer(to: right) { right in unsafe _areEqual(left, right) }
        }
    }

    public func hash(into hasher: inout Hasher) {
        unsafe withUnsafeMutablePointer(to: &hasher) { hasher in
            var visitor = unsafe VariantHasher(hasher: hasher)
            visit(&visitor)
        }
    }

    public var hashValue: Int { finalHash(of: self) }

    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }

    public func encode(to encoder: any Encoder) throws { try encodeJSON(of: self, to: encoder) }
}

@safe  // The writer outlives the visit.
private struct VariantEncoder: VariantVisitor {
    let writer: UnsafeMutablePointer<JSONWriter>
    var error: JSONError?

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        do throws(JSONError) { unsafe try writer.pointee.encode(value) } catch { self.error = error }
    }
}

/// Visits the left value, and then visits the right one to compare them.
///
/// It has pointers, because values are large, and is not generic, because looking up a generic type takes long.
@safe  // The union outlives the visit.
private struct VariantComparison: VariantVisitor {
    let right: UnsafeRawPointer
    let union: any UnionModel.Type
    var isEqual = false

    init(right: UnsafeRawPointer, union: any UnionModel.Type) {
        unsafe self.right = right
        self.union = union
    }

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        isEqual = unsafe withUnsafePointer(to: value) { value in
            var second = unsafe SecondComparison(left: value, type: Value.self, variant: variant)
            unsafe visitUnion(union, right, &second)
            return second.isEqual
        }
    }
}

private func visitUnion<Union: UnionModel>(
    _ type: Union.Type, _ memory: UnsafeRawPointer, _ visitor: inout SecondComparison
) {
    unsafe memory.assumingMemoryBound(to: type).pointee.visit(&visitor)
}

@safe  // The left value outlives the visit.
private struct SecondComparison: VariantVisitor {
    let left: UnsafeRawPointer
    let type: Any.Type
    let variant: Int
    var isEqual = false

    init(left: UnsafeRawPointer, type: Any.Type, variant: Int) {
        unsafe self.left = left
        self.type = type
        self.variant = variant
    }

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        guard variant == self.variant, Value.self == type else { return }
        isEqual = unsafe withUnsafePointer(to: value) { unsafe Value._areEqual(left, $0) }
    }
}

@safe  // The hasher outlives the visit.
private struct VariantHasher: VariantVisitor {
    let hasher: UnsafeMutablePointer<Hasher>

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        unsafe hasher.pointee.combine(variant)
        unsafe value.hash(into: &hasher.pointee)
    }
}
