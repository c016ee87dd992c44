/// A property wrapper that stores its value on the heap.
///
/// Generated code uses it for properties whose type contains itself or is large.
@propertyWrapper
public struct Indirect<Value: Sendable>: Sendable {
    private var box: Box<Value>

    public init(wrappedValue: Value) { box = Box(wrappedValue) }

    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}

private final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Indirect: Equatable where Value: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.box === right.box || left.box.value == right.box.value
    }
}

extension Indirect: Hashable where Value: Hashable {
    public func hash(into hasher: inout Hasher) { box.value.hash(into: &hasher) }
}

extension Indirect: JSONCodable, Codable where Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe memory.initializeMemory(as: Self.self, to: Indirect(wrappedValue: try reader.decode()))
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try writer.encode(memory.assumingMemoryBound(to: Self.self).pointee.box.value)
    }

    public static var _acceptsNull: Bool { Value._acceptsNull }

    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try decoder.singleValueContainer().decode(Value.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(box.value)
    }
}

extension Indirect: AbsenceRepresentable where Value: AbsenceRepresentable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer) {
        let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        defer { unsafe value.deallocate() }
        unsafe Value.initializeAbsent(UnsafeMutableRawPointer(value))
        unsafe memory.initializeMemory(as: Self.self, to: Indirect(wrappedValue: value.move()))
    }

    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool {
        unsafe withUnsafePointer(to: memory.assumingMemoryBound(to: Self.self).pointee.box.value) {
            unsafe Value.isAbsent($0)
        }
    }

    static func isWithoutValue(_ memory: UnsafeRawPointer) -> Bool {
        unsafe withUnsafePointer(to: memory.assumingMemoryBound(to: Self.self).pointee.box.value) {
            unsafe Value.isWithoutValue($0)
        }
    }

    static var isPresence: Bool { Value.isPresence }
    static var wrapped: any JSONCodable.Type { Value.wrapped }
}
