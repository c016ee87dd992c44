/// The operators and functions of rules, where `nil` is the value of an absent member.
///
/// Generated code calls them (see <doc:GeneratedCode>).
public enum RuleOperators {
    /// Returns whether there is a value.
    public static func has<Value>(_ value: Value?) -> Bool { value != nil }

    public static func isTrue(_ value: Bool?) -> Bool { value == true }

    // MARK: Logic

    public static func not(_ value: Bool?) -> Bool? { value.map { !$0 } }

    /// Returns `false` if either operand is false, even if the other has no value.
    public static func and(_ left: Bool?, _ right: @autoclosure () -> Bool?) -> Bool? {
        if left == false { return false }
        guard let right = right() else { return nil }
        return right ? left : false
    }

    /// Returns `true` if either operand is true, even if the other has no value.
    public static func or(_ left: Bool?, _ right: @autoclosure () -> Bool?) -> Bool? {
        if left == true { return true }
        guard let right = right() else { return nil }
        return right ? true : left
    }

    public static func choose<Value>(
        _ condition: Bool?, _ first: @autoclosure () -> Value?, _ second: @autoclosure () -> Value?
    ) -> Value? {
        condition.flatMap { $0 ? first() : second() }
    }

    // MARK: Comparisons

    public static func isEqual<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool? {
        guard let left, let right else { return nil }
        return left == right && haveSameCodePoints(left, right)
    }

    public static func isDifferent<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool? {
        not(isEqual(left, right))
    }

    public static func isLess<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool? {
        guard let left, let right else { return nil }
        if let left = left as? String, let right = right as? String { return utf8Precedes(left, right) }
        return left < right
    }

    public static func isAtMost<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool? {
        not(isLess(right, left))
    }

    // MARK: Numbers and times

    /// Converts an integer of any width, or returns `nil` if it does not fit into 64 bits.
    public static func integer<Value: FixedWidthInteger>(_ value: Value?) -> Int? { value.flatMap { Int(exactly: $0) } }

    public static func double(_ value: Int?) -> Double? { value.map { Double($0) } }

    public static func double(_ value: Float?) -> Double? { value.map { Double($0) } }

    /// Returns a point in time as the duration since 1970-01-01T00:00:00Z.
    public static func time(_ value: DateTime?) -> Duration? {
        value.map {
            Duration(secondsComponent: $0.secondsSince1970, attosecondsComponent: Int64($0.nanoseconds) * 1_000_000_000)
        }
    }

    public static func times(_ values: [DateTime]?) -> [Duration]? { values?.compactMap { time($0) } }

    public static func negated(_ value: Int?) -> Int? { difference(0, value) }
    public static func negated(_ value: Double?) -> Double? { value.map { -$0 } }
    public static func negated(_ value: Duration?) -> Duration? { value.map { .zero - $0 } }

    /// Returns the sum, or `nil` if it does not fit. The other operations do the same.
    public static func sum(_ left: Int?, _ right: Int?) -> Int? {
        exact(left, right) { $0.addingReportingOverflow($1) }
    }
    public static func sum(_ left: Double?, _ right: Double?) -> Double? { finite(left, right) { $0 + $1 } }
    public static func sum(_ left: Duration?, _ right: Duration?) -> Duration? { lifted(left, right) { $0 + $1 } }
    public static func sum(_ left: String?, _ right: String?) -> String? { lifted(left, right) { $0 + $1 } }

    public static func difference(_ left: Int?, _ right: Int?) -> Int? {
        exact(left, right) { $0.subtractingReportingOverflow($1) }
    }
    public static func difference(_ left: Double?, _ right: Double?) -> Double? { finite(left, right) { $0 - $1 } }
    public static func difference(_ left: Duration?, _ right: Duration?) -> Duration? {
        lifted(left, right) { $0 - $1 }
    }

    public static func product(_ left: Int?, _ right: Int?) -> Int? {
        exact(left, right) { $0.multipliedReportingOverflow(by: $1) }
    }
    public static func product(_ left: Double?, _ right: Double?) -> Double? { finite(left, right) { $0 * $1 } }

    /// Returns the quotient, or `nil` if the divisor is 0.
    public static func quotient(_ left: Int?, _ right: Int?) -> Int? {
        exact(left, right) { $0.dividedReportingOverflow(by: $1) }
    }
    public static func quotient(_ left: Double?, _ right: Double?) -> Double? { finite(left, right) { $0 / $1 } }

    public static func remainder(_ left: Int?, _ right: Int?) -> Int? {
        exact(left, right) { $0.remainderReportingOverflow(dividingBy: $1) }
    }

    private static func lifted<Value>(_ left: Value?, _ right: Value?, _ operation: (Value, Value) -> Value) -> Value? {
        guard let left, let right else { return nil }
        return operation(left, right)
    }

    private static func exact(
        _ left: Int?, _ right: Int?, _ operation: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Int? {
        guard let left, let right else { return nil }
        let (value, overflow) = operation(left, right)
        return overflow ? nil : value
    }

    private static func finite(_ left: Double?, _ right: Double?, _ operation: (Double, Double) -> Double) -> Double? {
        lifted(left, right, operation).flatMap { $0.isFinite ? $0 : nil }
    }
}
