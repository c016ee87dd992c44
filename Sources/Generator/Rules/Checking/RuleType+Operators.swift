import ApusAPIModel

extension RuleType {
    var isNumber: Bool { self == .integer || self == .double }

    var isOrdered: Bool {
        switch self {
        case .integer, .double, .string, .timestamp, .duration: true
        case .opaque(let name): name == RuleType.date
        default: false
        }
    }

    var isComparable: Bool {
        switch self {
        case .unsupported, .object, .map: false
        case .list(let element): element.isComparable
        default: true
        }
    }
}
