import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// The values of a discriminator, and the members of a family that each can mean.
struct FamilyTags {
    /// The values in the order in which they are found: from mappings, lists, and names.
    private(set) var values: [(value: JSONLiteral, members: [Node])] = []
    private var indices: [JSONLiteral: Int] = [:]

    /// - Parameters:
    ///   - members: The head and all schemas that extend it, each after those that it extends.
    ///   - property: The property with the value.
    ///   - name: The name of a schema in the description.
    init(
        of members: [Schema], by property: String, _ families: Families, name: (Node) -> String
    ) {
        let conjunctions = members.map { Conjunction([$0]) }
        if let head = conjunctions.first {
            let discriminators = conjunctions.flatMap(\.inherited).filter { $0.propertyName == property }
            addMappings(discriminators, of: head, to: Set(members.map(\.node)))
        }
        let mappedCount = values.count
        let described = conjunctions.map { conjunction in
            conjunction.properties.first { $0.name == property }?.schemas ?? []
        }
        let lists = described.map { $0.isEmpty ? nil : VariantFacts.listed(by: Conjunction($0)) }
        // A list in the head applies to all members, so it distinguishes none.
        let shared = Set((described.first ?? []).map(\.node))
        for index in members.indices.dropFirst() where described[index].contains(where: { !shared.contains($0.node) }) {
            for value in lists[index] ?? [] {
                if let known = indices[value], known < mappedCount,
                    !families.extends(members[index].node, values[known].members[0])
                {
                    continue
                }
                add(members[index].node, to: value)
            }
        }
        for (member, list) in zip(members, lists) { addName(name(member.node), of: member.node, list) }
        for value in lists.first.flatMap({ $0 }) ?? [] where indices[value] == nil { add(members[0].node, to: value) }
    }

    private mutating func addMappings(
        _ discriminators: [DiscriminatorObject], of head: Conjunction, to members: Set<Node>
    ) {
        for discriminator in discriminators {
            for (key, _, target) in discriminator.mapping {
                let value = head.value(of: discriminator.propertyName, forKey: key)
                if indices[value] == nil, let target = target.flatMap(discriminator.document.named),
                    members.contains(target)
                {
                    add(target, to: value)
                }
            }
        }
    }

    /// The name of a schema is always a value. If a list omits it, a listed value with the same spelling replaces it.
    private mutating func addName(_ name: String, of member: Node, _ list: [JSONLiteral]?) {
        if let list, !list.contains(.string(name)) {
            let alike = list.filter { value in
                guard case .string(let text) = value else { return false }
                return isSpelledAlike(text, name)
            }
            if alike.count == 1 { return add(member, to: alike[0], ifFree: true) }
            if values.contains(where: { $0.members.contains(member) }) { return }
        }
        add(member, to: .string(name), ifFree: true)
    }

    private mutating func add(_ member: Node, to value: JSONLiteral, ifFree: Bool = false) {
        guard let index = indices[value] else {
            indices[value] = values.count
            values.append((value, [member]))
            return
        }
        if !ifFree, !values[index].members.contains(member) { values[index].members.append(member) }
    }
}
