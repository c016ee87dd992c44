/// A key in the plan of a union's table, which is a JSON text.
package enum UnionPlanKey: String, Sendable {
    /// The member whose value identifies the variant.
    case property
    /// Pairs of a value of that member and the plan for it.
    case values
    /// The plan for each JSON type.
    case kinds
    /// Pairs of a member's name and the plan for objects that have the member.
    case keys
    /// Pairs of a value and the plan for it.
    case listed
    /// The plan for an array's elements.
    case element
    /// The variant of an array without an identifying element.
    case empty
    /// The variants to try.
    case trial = "try"
    /// The plan for all other values.
    case otherwise
    /// The plan for an object without the member.
    case absent
}

/// A JSON type in a plan.
package enum UnionPlanKind: String, Sendable {
    case null, boolean, integer, number, string, array, object
}
