/// A generated struct for an array whose elements have types by position (`prefixItems`).
public protocol TupleModel: JSONCodable, TextOutputStreamable, CustomReflectable {
    static var table: TupleTable { get }
}

extension TupleModel {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe try table.decode(into: memory, from: &reader)
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try table.encode(memory, to: &writer)
    }

    public static func == (left: Self, right: Self) -> Bool {
        unsafe withUnsafePointer(to: left) { left in
            unsafe withUnsafePointer(to: right) { right in unsafe table.fields.areEqual(left, right) }
        }
    }

    public func hash(into hasher: inout Hasher) {
        unsafe withUnsafePointer(to: self) { unsafe Self.table.fields.hash($0, into: &hasher) }
    }

    public var hashValue: Int { finalHash(of: self) }

    public init(from decoder: any Decoder) throws { self = try JSONValue(from: decoder).decode() }

    public func encode(to encoder: any Encoder) throws { try encodeJSON(of: self, to: encoder) }
}
