extension JSONValue: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readValue() }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        switch self {
        case .null: writer.writeNull()
        case .bool(let value): writer.write(value)
        case .integer(let value): writer.write(value)
        case .number(let value): try writer.write(value)
        case .decimal(let value): try value.write(json: &writer)
        case .string(let value): writer.write(value)
        case .array(let elements):
            guard try writer.mayOpen() else { return }
            writer.beginArray()
            for (index, element) in elements.enumerated() {
                writer.nextElement()
                do throws(JSONError) { try element.write(json: &writer) } catch {
                    var error = error
                    error.prepend(index)
                    throw error
                }
            }
            writer.endArray()
        case .object(let object):
            guard try writer.mayOpen() else { return }
            writer.beginObject()
            if writer.options.sortsMembers {
                for member in object.sorted(by: { utf8Precedes($0.name, $1.name) }) { try member.write(to: &writer) }
            } else {
                for member in object { try member.write(to: &writer) }
            }
            writer.endObject()
        }
    }

    public static var _acceptsNull: Bool { true }
}

extension JSONObject.Member {
    fileprivate func write(to writer: inout JSONWriter) throws(JSONError) {
        writer.writeMemberName(name)
        do throws(JSONError) { try value.write(json: &writer) } catch {
            var error = error
            error.prepend(name)
            throw error
        }
    }
}

/// Returns whether `left` precedes `right` in UTF-8 order, which is also the order of code points.
func utf8Precedes(_ left: String, _ right: String) -> Bool {
    // Decoded strings are contiguous.
    let precedes: Bool?? = unsafe left.utf8.withContiguousStorageIfAvailable { left in
        unsafe right.utf8.withContiguousStorageIfAvailable { right in
            var index = 0
            while index < left.count, index < right.count {
                if unsafe left[index] != right[index] { return unsafe left[index] < right[index] }
                index &+= 1
            }
            return left.count < right.count
        }
    }
    return (precedes ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension JSONReader {
    mutating func readValue() throws(JSONError) -> JSONValue {
        skipWhitespace()
        switch valueKind {
        case .null?:
            _ = readNull()
            return .null
        case .boolean?: return .bool(try readBool())
        case .number?: return try readAnyNumber()
        case .string?: return .string(try readString())
        case .array?: return try readArrayValue()
        case .object?: return try readObjectValue()
        case nil: throw failure(expected: "a value")
        }
    }

    private mutating func readArrayValue() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        try beginArray()
        do throws(JSONError) {
            while try nextElement() { elements.append(try readValue()) }
        } catch {
            var error = error
            error.prepend(elements.count)
            throw error
        }
        return .array(elements)
    }

    private mutating func readObjectValue() throws(JSONError) -> JSONValue {
        var members: [JSONObject.Member] = []
        try readMembers { reader throws(JSONError) in
            let name = reader.memberName
            do throws(JSONError) {
                if members.isEmpty { members.reserveCapacity(4) }
                members.append(JSONObject.Member(name: name, value: try reader.readValue()))
            } catch {
                var error = error
                error.prepend(name)
                throw error
            }
        }
        if options.duplicateMembers == .lastWins {
            return .object(JSONObject(members.lazy.map { ($0.name, $0.value) }))
        }
        return .object(JSONObject(unique: members))
    }

    @inline(never)
    func duplicateMember(_ name: String, at offset: Int) -> JSONError {
        JSONError(.duplicateMember, at: offset, found: "a second member `\(name)`")
    }

    /// Returns an error for two names with different code points that are equal as keys of a Swift dictionary.
    @inline(never)
    func indistinctMember(_ name: String, at offset: Int) -> JSONError {
        var error = JSONError(
            .duplicateMember, at: offset,
            found:
                "a member `\(name)` beside one with an equivalent name in Unicode, which a dictionary cannot distinguish"
        )
        error.prepend(name)
        return error
    }

    /// Reads a number as a 64-bit integer, as a double if that keeps all digits, or as a decimal.
    private mutating func readAnyNumber() throws(JSONError) -> JSONValue {
        let offset = position
        let text = try scanNumberText()
        let end = position
        let isPlain = text.point == nil && text.mantissaEnd == end
        if isPlain, end - offset <= 18 {
            position = offset
            let value = try readInt()
            return unsafe value == 0 && start[offset] == UInt8(ascii: "-") ? .number(-0.0) : .integer(Int64(value))
        }
        // A double preserves 15 digits.
        if end - offset <= 16, text.exponent.magnitude < 100 {
            position = offset
            return .number(try readDouble())
        }
        let digits = unsafe String(
            decoding: UnsafeBufferPointer(start: start + offset, count: end - offset), as: UTF8.self)
        if isPlain, let value = Int64(digits) { return .integer(value) }
        if let value = Double(digits), value.isFinite {
            let decimal = JSONDecimal(unchecked: digits)
            if JSONDecimal(unchecked: "\(value)") == decimal { return .number(value) }
            return .decimal(decimal)
        }
        return .decimal(JSONDecimal(unchecked: digits))
    }
}
