/// A key that is looked up often in the mappings of a description.
///
/// Every document assigns these keys the same numbers, so that a look-up compares numbers without hashing. Any other
/// key is looked up by its text.
public enum CommonKey: UInt32, CaseIterable, Sendable {
    case reference, dynamicReference, identifier, anchor, dynamicAnchor, dialect
    case type, allOf, oneOf, anyOf, `enum`, const, not, `if`, then, `else`, discriminator
    case properties, required, additionalProperties, patternProperties, unevaluatedProperties, propertyNames
    case minProperties, maxProperties, dependentRequired, dependentSchemas
    case items, prefixItems, unevaluatedItems, minItems, maxItems, uniqueItems, contains, minContains, maxContains
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern
    case format, contentEncoding, contentSchema, nullable, `default`, deprecated, readOnly, writeOnly, title, description
    case schema, content, parameters, name, location
    case rules, message, swiftName, defaultSource

    /// The key as written in a document.
    public var spelling: String { Self.spellings[Int(rawValue)] }

    private static let spellings = allCases.map(\.writtenOut)

    private var writtenOut: String {
        switch self {
        case .reference: "$ref"
        case .dynamicReference: "$dynamicRef"
        case .identifier: "$id"
        case .anchor: "$anchor"
        case .dynamicAnchor: "$dynamicAnchor"
        case .dialect: "$schema"
        case .location: "in"
        case .rules: "x-apus-rules"
        case .message: "x-apus-message"
        case .swiftName: "x-apus-name"
        case .defaultSource: "x-apus-default-from"
        default: String(describing: self)
        }
    }
}

/// A set of common keys, with one bit for each.
public struct CommonKeys: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    public init(_ keys: some Sequence<CommonKey>) {
        for key in keys {
            precondition(key.rawValue < 64, "there are more common keys than bits in a set")
            bits |= 1 << UInt64(key.rawValue)
        }
    }

    public init(arrayLiteral keys: CommonKey...) { self.init(keys) }

    public func subtracting(_ other: CommonKeys) -> CommonKeys {
        var rest = self
        rest.bits &= ~other.bits
        return rest
    }

    /// The keys as written in a document.
    public var spellings: [String] { CommonKey.allCases.filter { contains($0.rawValue) }.map(\.spelling) }

    func contains(_ number: UInt32) -> Bool { number < 64 && bits & 1 << UInt64(number) != 0 }
}

extension Node {
    /// Whether a mapping has at least one of several keys.
    public func hasAny(of keys: CommonKeys) -> Bool {
        memberRange.contains { keys.contains(tree.members[$0].key) }
    }

    /// Returns the members of a mapping whose keys are in a set, in document order.
    public func members(of keys: CommonKeys) -> [(key: CommonKey, value: Node)] {
        var result: [(key: CommonKey, value: Node)] = []
        for position in memberRange {
            let member = tree.members[position]
            guard keys.contains(member.key), let key = CommonKey(rawValue: member.key) else { continue }
            result.append((key, Node(tree: tree, index: member.value)))
        }
        return result
    }

    private var memberRange: Range<Int> { record.kind == .mapping ? record.range : 0..<0 }

    /// Returns the value of a key, or `nil` if the node is not a mapping or lacks the key.
    public subscript(key: CommonKey) -> Node? {
        guard let value = tree.value(of: key.rawValue, in: index) else { return nil }
        return Node(tree: tree, index: value)
    }
}
