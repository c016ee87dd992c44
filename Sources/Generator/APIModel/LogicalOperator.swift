/// An operator of logic that combines or negates the values of a union, such as the nodes of a filter tree.
public enum LogicalOperator: String, Sendable, CaseIterable {
    case and, or, not
}
