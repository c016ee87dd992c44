import ApusModels
import GalileoServer

extension Condition {
    init(_ filter: Filter) {
        switch filter {
        case .id(let filter):
            self.init(filter.columnID, filter.effectiveOperator, filter.value.operands)
        case .date(let filter):
            self.init(filter.columnID, filter.operator, [.string(filter.value.description)])
        case .number(let filter):
            self.init(filter.columnID, filter.operator, filter.value.operands)
        case .boolean(let filter):
            self.init(filter.columnID, Operator.eq, [.bool(filter.value)])
        case .collection(let filter):
            self.init(filter.columnID, filter.operator, filter.value.operands, filter.effectiveCaseSensitive)
        case .text(let filter):
            self.init(filter.columnID, filter.operator, filter.value.operands, filter.effectiveCaseSensitive)
        }
    }

    /// A leaf names its column by `column_id` or by `name`. It compares for equality unless it says otherwise.
    init(_ filter: RawFilter) {
        self.init(
            filter.columnID.value ?? filter.name.value ?? "", filter.operator.value ?? .eq,
            filter.value.array ?? [filter.value], filter.caseSensitive.value ?? true)
    }

    /// The operators of all kinds of filters have the names of the common ones.
    private init(
        _ column: String, _ comparison: some RawRepresentable<String>, _ operands: [JSONValue],
        _ isCaseSensitive: Bool = true
    ) {
        self.init(
            column: column, comparison: Operator(rawValue: comparison.rawValue) ?? .eq, operands: operands,
            isCaseSensitive: isCaseSensitive)
    }
}

extension TextOrList {
    fileprivate var operands: [JSONValue] {
        switch self {
        case .string(let text): [.string(text)]
        case .array(let texts): texts.map { .string($0) }
        }
    }
}

extension NumberOrList {
    fileprivate var operands: [JSONValue] {
        switch self {
        case .number(let number): [JSONValue(number)]
        case .array(let numbers): numbers.map { JSONValue($0) }
        }
    }
}

extension JSONValue {
    fileprivate init(_ number: JSONDecimal) {
        self = number.integer.map { .integer(Int64($0)) } ?? .number(number.doubleValue)
    }
}

extension FilterExpression {
    func holds(for columns: Columns) -> Bool {
        switch self {
        case .filter(let leaf): Condition(leaf.filter).holds(for: columns)
        case .and(let node): node.and.allSatisfy { $0.holds(for: columns) }
        case .or(let node): node.or.contains { $0.holds(for: columns) }
        case .not(let node): !node.not.holds(for: columns)
        }
    }
}
