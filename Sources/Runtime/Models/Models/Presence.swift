/// A member that may be absent, `null`, or a value.
///
/// ```swift
/// update.comment = nil             // leaves the member out, as `.absent` does
/// update.comment = .null           // writes "comment": null
/// update.comment = "checked"       // writes "comment": "checked"
/// update.comment = Presence(text)  // writes a String, or leaves the member out if a String? is nil
/// let text = update.comment.value ?? "no comment"
/// ```
public enum Presence<Value> {
    case absent
    case null
    case value(Value)

    public init(_ value: Value) { self = .value(value) }

    /// Creates a value, or leaves the member out if there is none.
    public init(_ value: Value?) {
        if let value { self = .value(value) } else { self = .absent }
    }

    /// Creates a value, or `null` from `nil`.
    public init(nullable value: Value?) {
        if let value { self = .value(value) } else { self = .null }
    }

    /// `nil` if the member is absent, `.some(nil)` if it is `null`, and otherwise the value.
    public var given: Value?? {
        switch self {
        case .absent: nil
        case .null: .some(nil)
        case .value(let value): value
        }
    }

    /// The value, or `nil` if the member is absent or `null`.
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Returns the value, the default if the member is absent, or `nil` if it is `null`.
    public func effective(default value: @autoclosure () -> Value?) -> Value? {
        switch self {
        case .absent: value()
        case .null: nil
        case .value(let value): value
        }
    }

    public var isAbsent: Bool {
        guard case .absent = self else { return false }
        return true
    }

    public var isNull: Bool {
        guard case .null = self else { return false }
        return true
    }
}

extension Presence: Equatable where Value: Equatable {
    // The synthesized one looks up the type of a pair of values each time.
    public static func == (left: Self, right: Self) -> Bool {
        switch left {
        case .absent: return right.isAbsent
        case .null: return right.isNull
        case .value(let left):
            guard case .value(let right) = right else { return false }
            return left == right
        }
    }
}

extension Presence: Hashable where Value: Hashable {}
extension Presence: Sendable where Value: Sendable {}

extension Presence: JSONCodable, Codable where Value: JSONCodable {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        if reader.readNull() {
            unsafe memory.initializeMemory(as: Self.self, to: .null)
        } else {
            // An enum is at least as large and as strictly aligned as its payload, so the value fits.
            unsafe try Value._decode(into: memory, from: &reader)
            let value = unsafe memory.assumingMemoryBound(to: Value.self).move()
            unsafe memory.initializeMemory(as: Self.self, to: .value(value))
        }
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        switch unsafe memory.assumingMemoryBound(to: Self.self).pointee {
        case .absent, .null: writer.writeNull()
        case .value(let value): try writer.encode(value)
        }
    }

    public static var _acceptsNull: Bool { true }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try container.decode(Value.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if case .value(let value) = self { try container.encode(value) } else { try container.encodeNil() }
    }
}

extension Presence: AbsenceRepresentable where Value: JSONCodable {
    static func initializeAbsent(_ memory: UnsafeMutableRawPointer) {
        unsafe memory.initializeMemory(as: Self.self, to: .absent)
    }

    static func isAbsent(_ memory: UnsafeRawPointer) -> Bool {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.isAbsent
    }

    static func isWithoutValue(_ memory: UnsafeRawPointer) -> Bool {
        if case .value = unsafe memory.assumingMemoryBound(to: Self.self).pointee { false } else { true }
    }

    static var isPresence: Bool { true }
    static var wrapped: any JSONCodable.Type { Value.self }
}
