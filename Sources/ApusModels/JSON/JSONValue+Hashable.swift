extension JSONValue: Hashable {
    /// How many levels of arrays and objects are looked into before the stack is used no further.
    static let stackLevels = 64

    public static func == (left: Self, right: Self) -> Bool {
        var deep: [(JSONValue, JSONValue)] = []
        guard areEqual(left, right, levels: stackLevels, &deep) else { return false }
        while let (left, right) = deep.popLast() {
            guard areEqual(left, right, levels: stackLevels, &deep) else { return false }
        }
        return true
    }

    /// - Parameter deep: the values below the levels, which are yet to be compared.
    static func areEqual(
        _ left: Self, _ right: Self, levels: Int, _ deep: inout [(JSONValue, JSONValue)]
    ) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.integer(let left), .integer(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        // Swift takes canonically equivalent texts for equal, JSON compares code points (RFC 8259 §8.3).
        case (.string(let left), .string(let right)): return left == right && left.utf8.elementsEqual(right.utf8)
        case (.array(let lefts), .array(let rights)):
            guard lefts.count == rights.count else { return false }
            if areSame(lefts, rights) { return true }
            guard levels > 0 else {
                deep.append((left, right))
                return true
            }
            return lefts.indices.allSatisfy { areEqual(lefts[$0], rights[$0], levels: levels - 1, &deep) }
        case (.object(let lefts), .object(let rights)):
            guard levels > 0 else {
                deep.append((left, right))
                return true
            }
            return JSONObject.areEqual(lefts, rights, levels: levels - 1, &deep)
        default:
            if let left = left.exactNumber, let right = right.exactNumber { return left == right }
            return false
        }
    }

    /// Whether two arrays are copies of one, of which nothing was changed.
    private static func areSame(_ left: [JSONValue], _ right: [JSONValue]) -> Bool {
        unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { unsafe $0.baseAddress == left.baseAddress }
        }
    }

    public func hash(into hasher: inout Hasher) { hash(into: &hasher, levels: Self.stackLevels) }

    /// Equal values have equal hashes, whatever is left out below some level.
    func hash(into hasher: inout Hasher, levels: Int) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        // Equal numbers have one nearest double, however they are held.
        case .integer(let value): hasher.combine(Double(value))
        case .number(let value): hasher.combine(value)
        case .decimal(let value): hasher.combine(value.doubleValue)
        case .string(let value): hasher.combine(value)
        case .array(let elements):
            hasher.combine(elements.count)
            if levels > 0 { for element in elements { element.hash(into: &hasher, levels: levels - 1) } }
        case .object(let object): object.hash(into: &hasher, levels: levels - 1)
        }
    }

    private var exactNumber: ScannedNumber? {
        switch self {
        case .integer(let value): JSONDecimal(unchecked: String(value)).scanned
        case .number(let value): value.isFinite ? JSONDecimal(unchecked: "\(value)").scanned : nil
        case .decimal(let value): value.scanned
        default: nil
        }
    }
}
