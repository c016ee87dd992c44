extension JSONValue: Hashable {
    /// The number of levels compared and hashed recursively. Deeper levels do not use the stack.
    static let stackLevels = 64

    public static func == (left: Self, right: Self) -> Bool {
        var deep: [(JSONValue, JSONValue)] = []
        guard areEqual(left, right, levels: stackLevels, &deep) else { return false }
        while let (left, right) = deep.popLast() {
            guard areEqual(left, right, levels: stackLevels, &deep) else { return false }
        }
        return true
    }

    /// - Parameter deep: Receives the pairs of values below the last level, which the caller compares.
    static func areEqual(
        _ left: Self, _ right: Self, levels: Int, _ deep: inout [(JSONValue, JSONValue)]
    ) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.integer(let left), .integer(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        // JSON strings are equal if their code points are (RFC 8259 §8.3). Swift strings ignore canonical differences.
        case (.string(let left), .string(let right)): return isSameText(left, right)
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

    /// Returns whether two arrays share the same storage.
    private static func areSame(_ left: [JSONValue], _ right: [JSONValue]) -> Bool {
        unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { unsafe $0.baseAddress == left.baseAddress }
        }
    }

    public func hash(into hasher: inout Hasher) { hash(into: &hasher, levels: Self.stackLevels) }

    /// Hashes the value down to a number of levels. Equal values have equal hashes at any level.
    func hash(into hasher: inout Hasher, levels: Int) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        // Equal numbers have the same nearest double in all three cases.
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
