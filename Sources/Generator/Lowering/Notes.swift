import ApusAPIModel
import ApusYAMLSource

/// Parts of the description about types that are read when all types are known.
struct Notes {
    private(set) var rules: [(type: TypeID, node: Node)] = []
    private(set) var defaults: [(type: TypeID, property: String, node: Node)] = []
    /// The names that the description asks for where a sent form has a type of its own (`x-apus-request-name`).
    private(set) var requestNames: [TypeID: Node] = [:]

    // Not rolled back: a list of rules in the wrong place is reported whether or not its schema becomes a type.
    private var ruleLists: [Node] = []
    private var placedRuleLists: Set<Node> = []

    mutating func addRules(_ list: Node, of type: TypeID) {
        placedRuleLists.insert(list)
        rules.append((type, list))
    }

    mutating func addDefault(_ node: Node, of property: String, in type: TypeID) {
        defaults.append((type, property, node))
    }

    mutating func addRequestName(_ node: Node, of type: TypeID) { requestNames[type] = node }

    /// Notes a list of rules in any schema.
    mutating func addRuleList(_ list: Node) { ruleLists.append(list) }

    /// The lists of rules in schemas that are no objects with members.
    var misplacedRuleLists: [Node] {
        var seen = placedRuleLists
        return ruleLists.filter { seen.insert($0).inserted }
    }

    mutating func remove(about types: Set<TypeID>) {
        rules.removeAll { types.contains($0.type) }
        defaults.removeAll { types.contains($0.type) }
        for type in types { requestNames[type] = nil }
    }
}
