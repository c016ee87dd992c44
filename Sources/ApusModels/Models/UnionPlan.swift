internal import ApusFormat

/// How a union's variant is found, as its table says.
indirect enum UnionPlan: Sendable {
    case variant(Int)
    /// By the value of a member; `absent` is the plan for an object without it.
    case property(UnionDiscriminator, otherwise: UnionPlan?, absent: UnionPlan?)
    /// By the JSON type.
    case kinds(Kinds)
    /// By the first listed member that is there.
    case keys([(name: Member.Bytes, plan: UnionPlan)], otherwise: UnionPlan?)
    /// By the value itself.
    case values(UnionValues, otherwise: UnionPlan?)
    /// By an array's first element.
    case element(UnionPlan, empty: Int?)
    case trial([Int])

    final class Kinds: Sendable {
        let null, boolean, string, array, object: UnionPlan?
        let integer, otherNumber: UnionPlan?
        /// Whether integers have a plan of their own.
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
