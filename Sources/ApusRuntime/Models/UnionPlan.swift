/// How a union's variant is found, as its table says.
indirect enum UnionPlan: Sendable {
    case variant(Int)
    /// By the value of a member.
    case property(String, [(value: JSONValue, plan: UnionPlan)], otherwise: UnionPlan?)
    /// By the JSON type.
    case kinds([String: UnionPlan])
    /// By the first listed member that is there.
    case keys([(name: String, plan: UnionPlan)], otherwise: UnionPlan?)
    /// By an array's first element.
    case element(UnionPlan, empty: Int?)
    case trial([Int])

    /// Nil if it is none of the forms.
    init?(_ json: JSONValue?) {
        guard let json else { return nil }
        if let variant = json.integer {
            self = .variant(variant)
        } else if let name = json["property"]?.string, let values = json["values"]?.array {
            self = .property(
                name, values.compactMap { pair in UnionPlan(pair[1]).map { (pair[0] ?? .null, $0) } },
                otherwise: UnionPlan(json["otherwise"]))
        } else if let kinds = json["kinds"]?.object {
            self = .kinds(Dictionary(kinds.map { ($0.name, UnionPlan($0.value) ?? .trial([])) }) { $1 })
        } else if let keys = json["keys"]?.array {
            self = .keys(
                keys.compactMap { pair in UnionPlan(pair[1]).map { (pair[0]?.string ?? "", $0) } },
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
