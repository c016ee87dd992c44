import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// Finds the words for the names of a union's variants.
enum VariantNames {
    /// Returns different words for the variants.
    static func hints(for alternatives: [Schema]) -> [String] {
        var hints = alternatives.enumerated().map { hint(for: $1, index: $0) }
        let counts = Dictionary(hints.map { ($0, 1) }, uniquingKeysWith: +)
        let unclear = hints.indices.filter {
            (counts[hints[$0]] != 1 || hints[$0] == unnamed($0)) && alternatives[$0][.swiftName] == nil
        }
        if unclear.isEmpty { return hints }
        let conjunctions = alternatives.map { Conjunction([$0]) }
        var uses: [Spelling: Int] = [:]
        for name in conjunctions.lazy.flatMap(\.properties).map(\.name) { uses[Spelling(name), default: 0] += 1 }
        for index in unclear {
            let hint =
                hint(byElementsOf: alternatives[index]) ?? hint(byValueOf: conjunctions[index])
                ?? hint(byConstantOf: index, among: conjunctions) ?? hint(byMemberOf: conjunctions[index], uses: uses)
                ?? hint(byRequirementsOf: index, among: conjunctions)
                ?? hint(byTypeOfMemberOf: index, among: conjunctions)
            hints[index] = hint ?? hints[index]
        }
        return distinctNames(hints)
    }

    /// The words for the elements of an array or a map, as in `string array`. `nil` for other schemas, and if the
    /// elements have no name.
    private static func hint(byElementsOf schema: Schema) -> String? {
        let conjunction = Conjunction([schema])
        let keyword: Keyword
        switch conjunction.kinds {
        case [.array]: keyword = .items
        case [.object] where conjunction.properties.isEmpty: keyword = .additionalProperties
        default: return nil
        }
        // Only the schema itself counts, without the target of a reference, because arrays can contain each other
        // without end.
        guard let element = schema.subschema(keyword), element.booleanValue == nil else { return nil }
        let hint = hint(byElementsOf: element) ?? hint(for: element, index: 0)
        let hasMembers = !Conjunction([element]).properties.isEmpty
        if hint == unnamed(0) || (hint == "object" && hasMembers) { return nil }
        return "\(hint) \(keyword == .items ? "array" : "map")"
    }

    /// The only listed text.
    private static func hint(byValueOf conjunction: Conjunction) -> String? {
        guard let values = conjunction.first(.enum)?.elements, let text = values.first?.string, values.count == 1 else {
            return nil
        }
        return text.isEmpty ? "empty" : text
    }

    /// The text that a member always has, if no other alternative allows it, such as `"type": "circle"`.
    private static func hint(byConstantOf index: Int, among conjunctions: [Conjunction]) -> String? {
        func texts(_ member: String, _ conjunction: Conjunction) -> [String] {
            guard let property = conjunction.properties.first(where: { $0.name == member }) else { return [] }
            let value = Conjunction(property.schemas)
            if let constant = value.first(.const)?.string { return [constant] }
            return value.first(.enum)?.elements.compactMap(\.string) ?? []
        }
        for property in conjunctions[index].properties {
            let own = texts(property.name, conjunctions[index])
            guard own.count == 1, own[0].first?.isLetter == true else { continue }
            let others = conjunctions.indices.filter { $0 != index }
            if others.allSatisfy({ !texts(property.name, conjunctions[$0]).contains(own[0]) }) { return own[0] }
        }
        return nil
    }

    /// A member that no other alternative has: the only required one, else the only one, else the first required one.
    ///
    /// - Parameter uses: The number of alternatives that have each member.
    private static func hint(byMemberOf conjunction: Conjunction, uses: [Spelling: Int]) -> String? {
        guard conjunction.kinds == [.object] || conjunction.kinds == nil else { return nil }
        let own = conjunction.properties.map(\.name).filter { uses[Spelling($0)] == 1 }
        let names = own.filter { conjunction.required.contains(Spelling($0)) }
        if own.count == 1, names.isEmpty { return own[0] }
        return names.first
    }

    /// The first member that no other alternative requires.
    private static func hint(byRequirementsOf index: Int, among conjunctions: [Conjunction]) -> String? {
        let others = Set(conjunctions.indices.filter { $0 != index }.flatMap { conjunctions[$0].required })
        let names = conjunctions[index].parts.flatMap { $0.required.map(\.text) }
        return names.first { !others.contains(Spelling($0)) }
    }

    /// A member with its type, if it has another type in the others: `string array labels`.
    private static func hint(byTypeOfMemberOf index: Int, among conjunctions: [Conjunction]) -> String? {
        guard conjunctions[index].kinds == [.object] else { return nil }
        func type(of member: String, in conjunction: Conjunction) -> String? {
            guard let schema = conjunction.properties.first(where: { $0.name == member })?.schemas.first else {
                return nil
            }
            return hint(byElementsOf: schema) ?? hint(for: schema, index: 0)
        }
        for member in conjunctions[index].properties.map(\.name) {
            guard let own = type(of: member, in: conjunctions[index]), own != unnamed(0) else { continue }
            let others = conjunctions.indices.filter { $0 != index }
            if others.allSatisfy({ type(of: member, in: conjunctions[$0]) != own }) { return "\(own) \(member)" }
        }
        return nil
    }

    private static func unnamed(_ index: Int) -> String { "variant\(index + 1)" }

    private static func hint(for alternative: Schema, index: Int) -> String {
        if let name = alternative[.swiftName]?.string { return name }
        if alternative.isReference, let reference = alternative[.reference]?.text {
            let last = reference.split(separator: "/").last.map(String.init) ?? reference
            return last.split(separator: "#").first.map(String.init) ?? last
        }
        if let title = alternative.title, !title.isEmpty { return title }
        let conjunction = Conjunction([alternative])
        if let constant = conjunction.first(.const)?.string { return constant }
        // A string of digits with the format `int32` is a string, not a number.
        if let format = conjunction.first(.format)?.text, conjunction.kinds == [.string], !isOfNumbers(format) {
            return format
        }
        if let kind = conjunction.kinds?.first, conjunction.kinds?.count == 1 { return kind.rawValue }
        return unnamed(index)
    }

    private static func isOfNumbers(_ format: String) -> Bool {
        IntegerFormat(rawValue: format) != nil || NumberFormat(rawValue: format) != nil
    }

    /// Names the variants after the values that distinguish them, if there is one each: `session` rather than
    /// `SessionRecord`.
    ///
    /// - Parameter implicit: The implicit discriminator values of the variants. They count only if nothing else
    ///   distinguishes the variants.
    static func nameByTag(
        _ variants: inout [UnionShape.Variant], _ plan: Discrimination, _ alternatives: [Schema], implicit: [String]
    ) {
        guard case .property(_, let branches, _, _) = plan else { return }
        var tags: [Int: [String]] = [:]
        for branch in branches {
            guard case .variant(let index) = branch.plan else { continue }
            guard case .string(let tag) = branch.key, tag.first?.isLetter == true else { return }
            tags[index, default: []].append(tag)
        }
        for (index, tags) in tags where alternatives[index][.swiftName] == nil {
            let explicit = tags.filter { $0 != implicit[index] }
            if explicit.count == 1 || explicit.isEmpty && tags.count == 1 {
                variants[index].nameHint = explicit.first ?? tags[0]
            }
        }
        for (index, name) in distinctNames(variants.map(\.nameHint)).enumerated() { variants[index].nameHint = name }
    }

    private static func distinctNames(_ hints: [String]) -> [String] {
        var used: Set<String> = []
        return hints.map { hint in
            var name = hint
            var number = 2
            while !used.insert(name).inserted {
                name = "\(hint)\(number)"
                number += 1
            }
            return name
        }
    }
}
