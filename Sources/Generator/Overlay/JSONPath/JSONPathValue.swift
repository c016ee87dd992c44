import ApusYAMLSource

/// A value in a filter's comparison.
enum JSONPathValue {
    case string(String)
    case number(Double)
    case boolean(Bool)
    case null
    case container(EditableNode)

    init(_ node: EditableNode) {
        switch node.kind {
        case .null: self = .null
        case .boolean: self = .boolean(node.origin.boolean ?? false)
        case .integer, .number: self = Double(node.origin.text).map { .number($0) } ?? .string(node.origin.text)
        case .string: self = .string(node.origin.text)
        case .sequence, .mapping: self = .container(node)
        }
    }

    /// Compares two values (section 2.3.5.2.2). `nil` is the result of a query that selects nothing.
    static func compare(_ left: Self?, _ comparison: JSONPath.Comparison, _ right: Self?) -> Bool {
        switch comparison {
        case .equal: areEqual(left, right)
        case .notEqual: !areEqual(left, right)
        case .less: isLess(left, right)
        case .lessOrEqual: isLess(left, right) || areEqual(left, right)
        case .greater: isLess(right, left)
        case .greaterOrEqual: isLess(right, left) || areEqual(left, right)
        }
    }

    private static func isLess(_ left: Self?, _ right: Self?) -> Bool {
        switch (left, right) {
        case (.number(let a)?, .number(let b)?): a < b
        case (.string(let a)?, .string(let b)?): a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
        default: false
        }
    }

    private static func areEqual(_ left: Self?, _ right: Self?) -> Bool {
        switch (left, right) {
        case (nil, nil), (.null?, .null?): true
        case (.number(let a)?, .number(let b)?): a == b
        case (.boolean(let a)?, .boolean(let b)?): a == b
        case (.string(let a)?, .string(let b)?): a.unicodeScalars.elementsEqual(b.unicodeScalars)
        case (.container(let a)?, .container(let b)?): areEqual(a, b)
        default: false
        }
    }

    private static func areEqual(_ a: EditableNode, _ b: EditableNode) -> Bool {
        guard a.kind == b.kind else { return false }
        if a.kind == .sequence {
            return a.elements.count == b.elements.count
                && zip(a.elements, b.elements).allSatisfy { areEqual(JSONPathValue($0), JSONPathValue($1)) }
        }
        return a.members.count == b.members.count
            && a.members.allSatisfy { member in
                b[member.key].map { areEqual(JSONPathValue(member.value), JSONPathValue($0)) } ?? false
            }
    }
}
