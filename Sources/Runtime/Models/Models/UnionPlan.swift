internal import ApusFormat

/// A plan for choosing the variant of a union's value.
indirect enum UnionPlan: Sendable {
    case variant(Int)
    /// Chooses by the value of a member. `absent` is the plan for an object without the member.
    case property(UnionDiscriminator, otherwise: UnionPlan?, absent: UnionPlan?)
    /// Chooses by the JSON type.
    case kinds(Kinds)
    /// Chooses by the first listed member that the object has.
    case keys([(name: Member.Bytes, plan: UnionPlan)], otherwise: UnionPlan?)
    /// Chooses by the value itself.
    case values(UnionValues, otherwise: UnionPlan?)
    /// Chooses by the first element of an array that identifies a variant. `empty` is the variant if there is none.
    case element(UnionPlan, empty: Int?)
    case trial([Int])

    final class Kinds: Sendable {
        let null, boolean, string, array, object: UnionPlan?
        let integer, otherNumber: UnionPlan?
        /// Whether integers have their own plan.
        let tellsIntegers: Bool

        init(_ plans: [UnionPlanKind: UnionPlan]) {
            null = plans[.null]
            boolean = plans[.boolean]
            string = plans[.string]
            array = plans[.array]
            object = plans[.object]
            otherNumber = plans[.number]
            tellsIntegers = plans[.integer] != nil
            integer = plans[.integer] ?? plans[.number]
        }
    }
}
