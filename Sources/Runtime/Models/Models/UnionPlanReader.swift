internal import ApusFormat

/// Parses the plan in a union's table.
struct UnionPlanReader {
    /// An error for a plan that has none of the forms or names a variant that is not in the table.
    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    private let variants: [String: Int]

    /// - Parameter variants: The names of the variants in the order of the table.
    init(variants: [String]) {
        self.variants = Dictionary(variants.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }

    func plan(_ json: JSONValue) throws(Malformed) -> UnionPlan {
        if case .string = json { return .variant(try variant(json)) }
        if let name = json[.property]?.string, let values = json[.values] {
            let discriminator = UnionDiscriminator(name: name, values: try self.values(values))
            let otherwise = try optionalPlan(json[.otherwise])
            return .property(discriminator, otherwise: otherwise, absent: try optionalPlan(json[.absent]) ?? otherwise)
        }
        if let values = json[.listed] {
            return .values(try self.values(values), otherwise: try optionalPlan(json[.otherwise]))
        }
        if let kinds = json[.kinds]?.object { return .kinds(try self.kinds(kinds)) }
        if let keys = json[.keys] {
            var plans: [(name: Member.Bytes, plan: UnionPlan)] = []
            for (key, plan) in try pairs(keys) {
                plans.append((Member.Bytes(copying: Array(try text(key).utf8)), plan))
            }
            return .keys(plans, otherwise: try optionalPlan(json[.otherwise]))
        }
        if let element = json[.element] {
            var empty: Int?
            if let name = json[.empty] { empty = try variant(name) }
            return .element(try plan(element), empty: empty)
        }
        guard let trial = json[.trial]?.array else { throw Malformed(description: "`\(json)` is not a plan") }
        var tried: [Int] = []
        for name in trial { tried.append(try variant(name)) }
        return .trial(tried)
    }

    private func optionalPlan(_ json: JSONValue?) throws(Malformed) -> UnionPlan? {
        guard let json else { return nil }
        return try plan(json)
    }

    private func kinds(_ object: JSONObject) throws(Malformed) -> UnionPlan.Kinds {
        var plans: [UnionPlanKind: UnionPlan] = [:]
        for member in object {
            guard let kind = UnionPlanKind(rawValue: member.name) else {
                throw Malformed(description: "`\(member.name)` is not a JSON type")
            }
            plans[kind] = try plan(member.value)
        }
        return UnionPlan.Kinds(plans)
    }

    private func values(_ json: JSONValue) throws(Malformed) -> UnionValues { UnionValues(try pairs(json)) }

    private func pairs(_ json: JSONValue) throws(Malformed) -> [(key: JSONValue, plan: UnionPlan)] {
        guard let elements = json.array else { throw Malformed(description: "`\(json)` is not a list") }
        var pairs: [(key: JSONValue, plan: UnionPlan)] = []
        for element in elements {
            guard let pair = element.array, pair.count == 2 else {
                throw Malformed(description: "`\(element)` is not a pair")
            }
            pairs.append((pair[0], try plan(pair[1])))
        }
        return pairs
    }

    private func variant(_ json: JSONValue) throws(Malformed) -> Int {
        guard let variant = variants[try text(json)] else {
            throw Malformed(description: "there is no variant \(json)")
        }
        return variant
    }

    private func text(_ json: JSONValue) throws(Malformed) -> String {
        guard let text = json.string else { throw Malformed(description: "`\(json)` is not a text") }
        return text
    }
}

extension JSONValue {
    fileprivate subscript(key: UnionPlanKey) -> JSONValue? { self[key.rawValue] }
}
