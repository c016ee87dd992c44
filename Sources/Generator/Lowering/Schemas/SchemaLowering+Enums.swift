import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// `enum` and `const`.
extension SchemaLowering {
    mutating func lowerEnumeration(_ conjunction: Conjunction, path: NamePath) -> TypeUse {
        let origin = conjunction.place.node.origin
        let (source, listed) = list(in: conjunction) ?? (conjunction.place, [])
        let values = possible(listed, in: conjunction, source: source)
        let present = values.filter { $0.kind != .null }
        guard let rawType = rawType(of: present) else { return assertedEnumeration(conjunction, values: values) }
        let alternatives = conjunction.parts.flatMap { part in Keywords.alternatives.flatMap { part.subschemas($0) } }
        let cases = cases(for: present, listed: listed, in: source, described: descriptions(of: alternatives))
        let id = declare(
            .enumeration(EnumShape(rawType: rawType, cases: cases)), for: conjunction, path: path,
            constraints: assertionsOnValues(of: conjunction))
        return TypeUse(.named(id), origin: origin)
    }

    /// Returns the type of alternatives that only list values, or `nil` for other alternatives.
    mutating func lowerEnumeration(of group: Group, conjunction: Conjunction, path: NamePath) -> TypeUse? {
        let members = group.members.filter { !Conjunction([$0]).isNull }
        // The documentation of a single list belongs to the type, unless it names the only value.
        guard members.count > 1 || members.contains(where: namesItsValue) else { return nil }
        var lists: [(source: Schema, values: [Node])] = []
        for member in members {
            guard let list = onlyList(in: member) else { return nil }
            lists.append(list)
        }
        let listed = lists.flatMap(\.values).filter { $0.kind != .null }
        // `oneOf` rejects a value that two alternatives list.
        let isDisjoint = Set(listed.map(\.literal)).count == listed.count
        guard isDisjoint || group.keyword == .anyOf, rawType(of: listed) != nil else { return nil }
        let present = possible(listed, in: conjunction, source: group.part)
        guard let rawType = rawType(of: present) else { return nil }
        // The names of the values are beside all lists or beside each list.
        if group.part.node.entries.contains(where: { Self.besideLists.contains($0.key) }) {
            lists = [(group.part, listed)]
        }
        let described = descriptions(of: members)
        var known: Set<JSONLiteral> = []
        var cases: [EnumShape.Case] = []
        for list in lists {
            cases += self.cases(for: present, listed: list.values, in: list.source, described: described)
                .filter { known.insert($0.value).inserted }
        }
        let id = declare(
            .enumeration(EnumShape(rawType: rawType, cases: cases)), for: conjunction, path: path,
            constraints: assertionsOnValues(of: conjunction))
        return TypeUse(.named(id), origin: conjunction.place.node.origin)
    }

    /// The raw type of an enum with these values, or `nil` if they have several types or a type without an enum.
    private func rawType(of values: [Node]) -> EnumShape.RawType? {
        switch Set(values.map(\.kind)) {
        case [.string] where areDistinguishable(values): .string
        case [.integer] where values.allSatisfy({ Int64($0.jsonNumber) != nil }): .integer
        default: nil
        }
    }

    /// Returns the type of a string for which some values are listed and others are allowed: `anyOf` a list and a
    /// string.
    ///
    /// - Returns: `nil` if no listed value can be a case. The type is a string then.
    mutating func lowerOpenEnumeration(
        of lists: [Schema], in text: [Schema], conjunction: Conjunction, path: NamePath
    ) -> TypeUse? {
        let string = Conjunction(text)
        guard string.kinds == [.string] else { return nil }
        var cases: [EnumShape.Case] = []
        var known: Set<JSONLiteral> = []
        var values: [Node] = []
        for schema in lists {
            let part = Conjunction([schema])
            guard let (source, listed) = list(in: part) else { continue }
            let present = possible(listed, in: part, source: source).filter { $0.kind == .string }
            cases += self.cases(for: present, listed: listed, in: source, described: descriptions(of: [schema]))
                .filter { known.insert($0.value).inserted }
            values += present
        }
        guard values.contains(where: { !$0.text.isEmpty }), areDistinguishable(values) else { return nil }
        let id = declare(
            .enumeration(EnumShape(rawType: .string, cases: cases, isExtensible: true)), for: conjunction, path: path,
            constraints: constraints(string.parts, kinds: [.string]))
        return TypeUse(.named(id), origin: conjunction.place.node.origin)
    }

    /// The values of an `enum`, or of a `const`, and the schema that lists them.
    func list(in conjunction: Conjunction) -> (source: Schema, values: [Node])? {
        for part in conjunction.parts {
            if let values = part[.enum] { return (part, Array(values.elements)) }
        }
        for part in conjunction.parts {
            if let value = part[.const] { return (part, [value]) }
        }
        return nil
    }

    private static let nameLists = ["x-enum-varnames", "x-enumNames", "x-apus-enum-names"]
    private static let textLists = ["x-enum-descriptions", "x-enumDescriptions"]
    private static let besideLists = Set(nameLists + textLists)

    /// Returns a case for each different value, with the name and the documentation from beside the list.
    ///
    /// - Parameter described: The documentation of values in other places.
    private mutating func cases(
        for values: [Node], listed: [Node], in source: Schema, described: [JSONLiteral: ValueDescription]
    ) -> [EnumShape.Case] {
        let names = Self.nameLists.lazy.compactMap { source[$0] }.first
        let texts = Self.textLists.lazy.compactMap { source[$0] }.first
        var cases: [EnumShape.Case] = []
        let kept = Set(values)
        var seen: [JSONLiteral: Node] = [:]
        seen.reserveCapacity(listed.count)
        for (index, value) in listed.enumerated() where kept.contains(value) {
            let literal = value.literal
            if let first = seen.updateValue(value, forKey: literal) {
                seen[literal] = first
                reportRepeated(value, first: first)
                continue
            }
            let own = described[literal]
            cases.append(
                EnumShape.Case(
                    value: literal, nameHint: own?.name(of: value.text),
                    explicitName: own?.explicitName ?? element(index, value.text, of: names),
                    documentation: element(index, value.text, of: texts) ?? own?.documentation(of: value.text)))
        }
        return cases
    }

    mutating func reportRepeated(_ value: Node, first: Node) {
        diagnostics.warning(
            .duplicateEnumValue, "`\(value.text)` is listed twice", at: value.place,
            notes: [.init("first listed here", at: first.place)])
    }

    /// Whether no two texts are canonically equivalent. Swift treats such texts as equal, JSON does not.
    private func areDistinguishable(_ values: [Node]) -> Bool {
        let texts = values.map(\.text)
        // Texts in ASCII have one normalization form, but another text can be equivalent to one, such as a kelvin sign
        // to a K.
        if texts.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) { return true }
        return Set(texts).count == Set(texts.map { Spelling($0) }).count
    }

    /// Returns the listed values that the other schemas allow, such as another `enum` in an `allOf`. Reports if they
    /// allow none.
    mutating func possible(_ values: [Node], in conjunction: Conjunction, source: Schema) -> [Node] {
        let values = typed(values, in: conjunction)
        var lists: [(node: Node, values: Set<JSONLiteral>)] = []
        for part in conjunction.parts {
            if part.node != source.node, let list = part[.enum] {
                lists.append((list, Set(list.elements.map(\.literal))))
            }
            if let value = part[.const] { lists.append((value, [value.literal])) }
        }
        let bounds = conjunction.parts.filter { $0.node.hasAny(of: Self.checkedKeywords) }
        if lists.isEmpty && bounds.isEmpty { return values }
        var refused: (value: Node, by: Node)?
        var possible: [Node] = []
        for value in values {
            guard value.kind != .null else {
                possible.append(value)
                continue
            }
            let list = lists.first { !$0.values.contains(value.literal) }?.node
            var reason = list
            for part in bounds where reason == nil { reason = boundMismatch(value, part)?.schema }
            if let reason { refused = refused ?? (value, reason) } else { possible.append(value) }
        }
        if let refused, !possible.contains(where: { $0.kind != .null }) {
            diagnostics.warning(
                .conflictingSchemas, "none of the listed values satisfies the schema",
                at: (source[.enum] ?? source[.const] ?? source.node).place,
                notes: [.init("`\(refused.value.text)` does not satisfy this", at: refused.by.place)])
            return []
        }
        return possible
    }

    /// The listed values of the declared type. The other values are never valid, and are omitted with a warning.
    ///
    /// If no value has the type, the type is assumed to be wrong, and the list is kept.
    private mutating func typed(_ values: [Node], in conjunction: Conjunction) -> [Node] {
        guard let kinds = conjunction.kinds, !kinds.isEmpty, let type = conjunction.first(.type) else { return values }
        let names = kinds.names
        func isTyped(_ value: Node) -> Bool {
            value.kind == .null || names.contains { value.isInstance(ofType: $0) }
        }
        let others = values.filter { !isTyped($0) }
        guard !others.isEmpty else { return values }
        let wanted = names.joined(separator: " or ").withArticle
        let note = Diagnostic.Note("the schema requires \(wanted)", at: type.place)
        let kept = values.filter(isTyped)
        if !kept.contains(where: { $0.kind != .null }) {
            diagnostics.warning(
                .impossibleValue, "none of the listed values is \(wanted)", at: others[0].place,
                label: others[0].reading, notes: [note], help: Self.helpForType(of: others[0], names))
            return values
        }
        for value in others {
            diagnostics.warning(
                .impossibleValue, "the listed value `\(value.text)` is not \(wanted), and is left out", at: value.place,
                label: value.reading, notes: [note], help: Self.helpForType(of: value, names))
        }
        return kept
    }

    private static func helpForType(of value: Node, _ names: [String]) -> String? {
        if value.kind.isScalar, value.kind != .string, names.contains("string") {
            return "write `\"\(value.text)\"` for a string"
        }
        return value.readingHelp
    }

    /// The assertions beside a list of values that cannot be checked here.
    private mutating func assertionsOnValues(of conjunction: Conjunction) -> Constraints {
        var result = constraints(conjunction.parts, kinds: [.string])
        result.assertions.removeAll { Self.checkedSpellings.contains($0.keyword) }
        return result
    }

    /// The assertions that listed values are checked against.
    static let checkedKeywords: KeywordSet = [
        .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength, .maxLength,
    ]
    private static let checkedSpellings = Set(checkedKeywords.spellings)

    /// The text for one value, from a list beside `enum` or from a mapping by value.
    private func element(_ index: Int, _ value: String, of node: Node?) -> String? {
        guard let node else { return nil }
        if node.kind == .mapping { return node[value]?.string }
        let elements = node.elements
        return index < elements.count ? elements[index].string : nil
    }

    /// Reports that a list of values has no Swift type.
    private mutating func noteAny(_ conjunction: Conjunction, _ values: [Node]) {
        guard let first = values.first(where: { $0.kind != .null }) else { return }
        let other = values.first { $0.kind != .null && $0.kind != first.kind }
        diagnostics.report(
            Diagnostic(
                .unsupportedSchema, .note,
                other == nil
                    ? "an `enum` of arrays and objects has no type: the value is any JSON, and validation checks it"
                    : "the listed values are of several types: the value is any JSON, and validation checks it",
                at: (other ?? first).place, label: other.map { "this is \($0.kind.phrase)" },
                notes: other == nil ? [] : [.init("this is \(first.kind.phrase)", at: first.place)]))
    }

    /// The type of values without an enum: their common JSON type, and an assertion.
    private mutating func assertedEnumeration(_ conjunction: Conjunction, values: [Node]) -> TypeUse {
        let origin = conjunction.place.node.origin
        let kinds = Set(values.filter { $0.kind != .null }.map(\.kind))
        let type: Type
        switch kinds {
        case [.boolean]: type = .boolean
        case [.string]: type = .string(format: nil)
        case [.integer]: type = .number(.decimal)
        case [.number], [.number, .integer]:
            type = conjunction.kinds == .integer ? .integer(.unspecified) : .number(.unspecified)
        default:
            type = .any
            noteAny(conjunction, values)
        }
        var assertions: [Constraints.Assertion] = []
        for part in conjunction.parts {
            for keyword in [Keyword.enum, .const] {
                guard let operand = part[keyword] else { continue }
                assertions.append(
                    .init(
                        keyword: keyword.spelling, operand: operand.literal,
                        message: message(for: keyword.spelling, in: part),
                        origin: operand.origin))
            }
        }
        assertions += constraints(conjunction.parts, kinds: nil).assertions
        return TypeUse(type, constraints: Constraints(assertions), origin: origin)
    }
}
