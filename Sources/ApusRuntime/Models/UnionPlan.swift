/// How a union's variant is found, as its table says.
indirect enum UnionPlan: Sendable {
    case variant(Int)
    /// By the value of a member.
    case property([UInt8], [Branch], otherwise: UnionPlan?)
    /// By the JSON type.
    case kinds([String: UnionPlan])
    /// By the first listed member that is there.
    case keys([(name: [UInt8], plan: UnionPlan)], otherwise: UnionPlan?)
    /// By an array's first element.
    case element(UnionPlan, empty: Int?)
    case trial([Int])

    struct Branch: Sendable {
        let value: JSONValue
        /// The UTF-8 of the value, if it is a string.
        let utf8: [UInt8]?
        let plan: UnionPlan

        init?(_ pair: JSONValue) {
            guard let value = pair[0], let plan = UnionPlan(pair[1]) else { return nil }
            self.value = value
            self.plan = plan
            utf8 = value.string.map { Array($0.utf8) }
        }
    }

    /// Nil if it is none of the forms.
    init?(_ json: JSONValue?) {
        guard let json else { return nil }
        if let variant = json.integer {
            self = .variant(variant)
        } else if let name = json["property"]?.string, let values = json["values"]?.array {
            self = .property(
                Array(name.utf8), values.compactMap { Branch($0) }, otherwise: UnionPlan(json["otherwise"]))
        } else if let kinds = json["kinds"]?.object {
            self = .kinds(Dictionary(kinds.map { ($0.name, UnionPlan($0.value) ?? .trial([])) }) { $1 })
        } else if let keys = json["keys"]?.array {
            self = .keys(
                keys.compactMap { pair in UnionPlan(pair[1]).map { (Array((pair[0]?.string ?? "").utf8), $0) } },
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

extension UnsafeBufferPointer<UInt8> {
    /// Whether it has the same bytes.
    @inline(__always)
    func isEqual(to other: [UInt8]) -> Bool {
        count == other.count && other.withUnsafeBufferPointer { Member.Bytes(buffer: $0).isEqual(to: self) }
    }
}
