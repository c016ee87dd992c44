import ApusModels

/// Compares values of one column.
struct Comparing {
    let kind: ColumnKind
    var isCaseSensitive = true

    func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
        // Numbers are equal by their exact values, not by the nearest `Double`.
        order(left, right) == 0 && (left.double == nil || left == right)
    }

    /// Returns -1, 0 or 1, or `nil` if the values cannot be compared, such as a text and a number.
    func order(_ left: JSONValue, _ right: JSONValue) -> Int? {
        if let left = left.integer, let right = right.integer { return order(left, right) }
        if let left = left.double, let right = right.double { return order(left, right) }
        if let left = left.bool, let right = right.bool { return left == right ? 0 : left ? 1 : -1 }
        guard let left = left.string, let right = right.string else { return nil }
        if kind == .time, let left = Self.time(left), let right = Self.time(right) { return order(left, right) }
        return order(folded(left), folded(right))
    }

    func contains(_ text: String, _ part: String) -> Bool { folded(text).contains(folded(part)) }

    private func folded(_ text: String) -> String {
        isCaseSensitive && kind != .identifier ? text : text.lowercased()
    }

    private func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    /// A time, or the beginning of a day in UTC.
    private static func time(_ text: String) -> DateTime? { DateTime(text) ?? DateTime(text + "T00:00:00Z") }
}
