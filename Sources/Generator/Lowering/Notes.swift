import ApusAPIModel
import ApusYAMLSource

/// Parts of the description that are read after all types are declared.
struct Notes {
    private(set) var rules: [(type: TypeID, node: Node)] = []
    private(set) var defaults: [(type: TypeID, property: String, node: Node)] = []
    /// The names for the separate types of sent forms (`x-apus-request-name`).
    private(set) var requestNames: [TypeID: Node] = [:]

    // Not rolled back: rules in a wrong place are reported even if their schema becomes no type.
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

    /// Records the rules of a schema of any kind.
    mutating func addRuleList(_ list: Node) { ruleLists.append(list) }

    /// Returns the rules of schemas that are not objects with members.
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
