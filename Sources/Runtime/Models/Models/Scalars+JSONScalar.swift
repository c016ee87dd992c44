extension Bool: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readBool() }
    public func write(json writer: inout JSONWriter) throws(JSONError) { writer.write(self) }
}

extension String: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readString() }
    public func write(json writer: inout JSONWriter) throws(JSONError) { writer.write(self) }
}

extension Double: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readDouble() }
    public func write(json writer: inout JSONWriter) throws(JSONError) { try writer.write(self) }
}

extension Float: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readFloat() }
    public func write(json writer: inout JSONWriter) throws(JSONError) { try writer.write(self) }
}

extension FixedWidthInteger where Self: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readInteger() }
    public func write(json writer: inout JSONWriter) throws(JSONError) { writer.write(self) }
}

extension Int: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readInt() }
}

extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}
