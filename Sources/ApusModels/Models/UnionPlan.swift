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

        init(_ kinds: JSONObject) {
            func plan(_ name: String) -> UnionPlan? { kinds[name].map { UnionPlan($0) ?? .trial([]) } }
            null = plan("null")
            boolean = plan("boolean")
            string = plan("string")
            array = plan("array")
            object = plan("object")
            otherNumber = plan("number")
            tellsIntegers = kinds["integer"] != nil
            integer = plan("integer") ?? otherNumber
        }
    }

    /// Nil if it is none of the forms.
    init?(_ json: JSONValue?) {
        guard let json else { return nil }
        if let variant = json.integer {
            self = .variant(variant)
        } else if let discriminator = UnionDiscriminator(json) {
            let otherwise = UnionPlan(json["otherwise"])
            self = .property(discriminator, otherwise: otherwise, absent: UnionPlan(json["absent"]) ?? otherwise)
        } else if let values = UnionValues(json["listed"]) {
            self = .values(values, otherwise: UnionPlan(json["otherwise"]))
        } else if let kinds = json["kinds"]?.object {
            self = .kinds(Kinds(kinds))
        } else if let keys = json["keys"]?.array {
            self = .keys(
                keys.compactMap { pair in
                    UnionPlan(pair[1]).map { (Member.Bytes(copying: Array((pair[0]?.string ?? "").utf8)), $0) }
                },
                otherwise: UnionPlan(json["otherwise"]))
        } else if let element = UnionPlan(json["element"]) {
            self = .element(element, empty: json["empty"]?.integer)
        } else if let variants = json["try"]?.array {
            self = .trial(variants.compactMap(\.integer))
        } else {
            return nil
        }
    }
}
