extension InstanceView {
    func hasType(in types: SchemaTypes) -> Bool {
        switch self {
        case .null: types.contains(.null)
        case .bool: types.contains(.boolean)
        case .number(let number): types.contains(.number) || types.contains(.integer) && number.isInteger
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        }
    }

    /// The value as JSON, or `nil` if it contains a number that is not finite.
    var jsonValue: JSONValue? {
        switch self {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(.integer(let value)): return .integer(value)
        case .number(.double(let value)): return value.isFinite ? .number(value) : nil
        case .number(.exact(let value)): return .decimal(JSONDecimal(unchecked: value.text))
        case .string(let value): return .string(value)
        case .array(let array):
            var elements: [JSONValue] = []
            array.forEach(from: 0) { _, element in
                guard let value = element.jsonValue else { return false }
                elements.append(value)
                return true
            }
            return elements.count == array.count ? .array(elements) : nil
        case .object(let object):
            var members = JSONObject()
            var isComplete = true
            object.forEach(isOrdered: true) { name, member in
                if let value = member.jsonValue { members[name] = value } else { isComplete = false }
                return isComplete
            }
            return isComplete ? .object(members) : nil
        }
    }

    /// The text shown in a violation. It is JSON for scalars and only the size of containers, which may hold secrets.
    var shortText: String {
        switch self {
        case .array(let array): "an array with \(counted(array.count, "element"))"
        case .object(let object): "an object with \(counted(object.count, "member"))"
        default: jsonValue.map(rendering) ?? "a number that is not finite"
        }
    }
}

extension ScannedNumber {
    /// The number in JSON's grammar.
    fileprivate var text: String {
        guard !significantDigits.isEmpty else { return "0" }
        let digits = String(decoding: significantDigits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        return (isNegative ? "-" : "") + digits
            + (exponent == 0
                ? "" : exponent > 0 && exponent < 24 ? String(repeating: "0", count: exponent) : "e\(exponent)")
    }
}
