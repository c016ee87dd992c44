import ApusModels
import GalileoServer

/// A condition on a column: the common form of typed filters and of leaves of a filter tree.
struct Condition {
    let column: String
    let comparison: Operator
    let operands: [JSONValue]
    var isCaseSensitive = true

    func holds(for columns: Columns) -> Bool {
        let value = columns[column]
        switch comparison {
        case .eq: return isEqual(value)
        case .ne: return !isEqual(value)
        case .oneOf: return isOneOf(value)
        case .notIn: return !isOneOf(value)
        case .contains: return containsAll(value)
        case .gt: return order(value) { $0 > 0 }
        case .gte: return order(value) { $0 >= 0 }
        case .lt: return order(value) { $0 < 0 }
        case .lte: return order(value) { $0 <= 0 }
        case .between:
            guard let value, operands.count == 2, let lower = comparing.order(value, operands[0]),
                let upper = comparing.order(value, operands[1])
            else { return false }
            return lower >= 0 && upper <= 0
        }
    }

    private var comparing: Comparing { Comparing(kind: ColumnKind(column), isCaseSensitive: isCaseSensitive) }

    /// A list is equal to the operands if both have the same elements. Another value is equal to any of them.
    private func isEqual(_ value: JSONValue?) -> Bool {
        guard let value else { return operands.contains(.null) }
        guard let elements = value.array else { return operands.contains { comparing.areEqual(value, $0) } }
        return elements.count == operands.count && has(elements, allOf: operands) && has(operands, allOf: elements)
    }

    private func isOneOf(_ value: JSONValue?) -> Bool {
        let elements = value.map { $0.array ?? [$0] } ?? []
        return elements.contains { element in operands.contains { comparing.areEqual(element, $0) } }
    }

    /// A list contains elements, and a text contains parts.
    private func containsAll(_ value: JSONValue?) -> Bool {
        if let elements = value?.array { return has(elements, allOf: operands) }
        guard let text = value?.string else { return false }
        return operands.allSatisfy { operand in operand.string.map { comparing.contains(text, $0) } ?? false }
    }

    private func has(_ elements: [JSONValue], allOf others: [JSONValue]) -> Bool {
        others.allSatisfy { other in elements.contains { comparing.areEqual($0, other) } }
    }

    private func order(_ value: JSONValue?, _ holds: (Int) -> Bool) -> Bool {
        guard let value, operands.count == 1 else { return false }
        return comparing.order(value, operands[0]).map(holds) ?? false
    }
}
