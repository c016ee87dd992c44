/// Parses a regular expression by the grammar of ECMA-262 §22.2.1 with the `u` flag.
///
/// A lenient parser also accepts common forms that have one meaning: escaped punctuation, unmatched `]`, `{` and `}`,
/// and the anchors `\A`, `\z` and `\Z` of other languages.
struct PatternParser {
    let scalars: [Unicode.Scalar]
    let isStrict: Bool
    var position = 0
    private var depth = 0
    private var groupNames: [String: Int] = [:]
    private(set) var groupCount = 0
    /// The position of the first `\A`, `\z` or `\Z`.
    var foreignAnchor: Int?
    private(set) var hasBackreferences = false
    private(set) var hasLookarounds = false
    private var highestBackreference = (index: 0, position: 0)
    private var namedBackreferences: [(name: String, position: Int)] = []

    init(_ text: String, isStrict: Bool) {
        scalars = Array(text.unicodeScalars)
        self.isStrict = isStrict
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try parseAlternatives()
        guard next == nil else { throw error("a `)` that closes nothing") }
        if highestBackreference.index > groupCount {
            throw PatternError(
                reason: "a reference to group \(highestBackreference.index), which does not exist",
                position: highestBackreference.position)
        }
        for reference in namedBackreferences where groupNames[reference.name] == nil {
            throw PatternError(
                reason: "a reference to group `\(reference.name)`, which does not exist", position: reference.position)
        }
        return node
    }

    /// Returns the number of a named group.
    func group(named name: String) -> Int { groupNames[name] ?? 0 }

    // MARK: Scalars

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    mutating func skip(_ text: String) -> Bool {
        let expected = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }

    func error(_ reason: String) -> PatternError { PatternError(reason: reason, position: position) }

    // MARK: Terms

    private mutating func parseAlternatives() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Bounds.groupDepth else { throw error("groups nested too deeply") }
        var alternatives = [try parseSequence()]
        while skip("|" as Unicode.Scalar) { alternatives.append(try parseSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func parseSequence() throws(PatternError) -> PatternNode {
        var terms: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let firstGroup = groupCount
            let atom = try parseAtom()
            let isQuantifiable =
                switch atom {
                case .assertion, .lookaround: false
                default: true
                }
            terms.append(try parseQuantifier(of: atom, isQuantifiable: isQuantifiable, firstGroup: firstGroup))
        }
        return terms.count == 1 ? terms[0] : terms.isEmpty ? .empty : .sequence(terms)
    }

    private mutating func parseAtom() throws(PatternError) -> PatternNode {
        guard let scalar = next else { return .empty }
        switch scalar {
        case "(": return try parseGroup()
        case "[": return .scalar(try parseClass())
        case "\\": return try parseEscape()
        case "^", "$":
            position += 1
            return .assertion(scalar == "^" ? .start : .end)
        case ".":
            position += 1
            return .scalar(.anyButLineEnd)
        case "*", "+", "?": throw error("a quantifier with nothing to repeat")
        case "{", "}", "]":
            if isStrict { throw error("a `\(scalar)` that is not escaped") }
            let start = position
            if scalar == "{", try parseCounts() != nil {
                position = start
                throw error("a quantifier with nothing to repeat")
            }
            position = start + 1
            return .scalar(ScalarClass(scalar))
        default:
            position += 1
            return .scalar(ScalarClass(scalar))
        }
    }

    private mutating func parseGroup() throws(PatternError) -> PatternNode {
        let start = position
        position += 1
        let node: PatternNode
        if skip("?:") {
            node = try parseAlternatives()
        } else if skip("?=") {
            node = try parseLookaround(isAhead: true, isNegated: false)
        } else if skip("?!") {
            node = try parseLookaround(isAhead: true, isNegated: true)
        } else if skip("?<=") {
            node = try parseLookaround(isAhead: false, isNegated: false)
        } else if skip("?<!") {
            node = try parseLookaround(isAhead: false, isNegated: true)
        } else {
            groupCount += 1
            let index = groupCount
            if skip("?<") {
                let name = try parseGroupName()
                guard groupNames.updateValue(index, forKey: name) == nil else {
                    throw error("a second group `\(name)`")
                }
            } else if next == "?" {
                throw error("a group of an unknown kind")
            }
            node = .capture(try parseAlternatives(), index: index)
        }
        guard skip(")" as Unicode.Scalar) else {
            throw PatternError(reason: "a group that is not closed", position: start)
        }
        return node
    }

    private mutating func parseLookaround(isAhead: Bool, isNegated: Bool) throws(PatternError) -> PatternNode {
        hasLookarounds = true
        return .lookaround(try parseAlternatives(), isAhead: isAhead, isNegated: isNegated)
    }

    /// Parses `name>`.
    private mutating func parseGroupName() throws(PatternError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next, scalar != ">" {
            let isValid =
                scalar == "$" || scalar == "_"
                || (name.isEmpty ? scalar.properties.isIDStart : scalar.properties.isIDContinue)
            guard isValid else { throw error("a group's name that is not an identifier") }
            name.append(scalar)
            position += 1
        }
        guard !name.isEmpty, skip(">" as Unicode.Scalar) else { throw error("a group's name that is not closed") }
        return String(name)
    }

    mutating func parseBackreference(named: Void) throws(PatternError) -> PatternNode {
        let start = position
        guard skip("<" as Unicode.Scalar) else { throw error("`\\k` without a group's name") }
        let name = try parseGroupName()
        hasBackreferences = true
        namedBackreferences.append((name, start))
        return .namedBackreference(name)
    }

    mutating func parseBackreference(numbered: Void) throws(PatternError) -> PatternNode {
        let start = position
        guard let index = parseNumber() else { throw error("a reference without a number") }
        hasBackreferences = true
        if index > highestBackreference.index { highestBackreference = (index, start) }
        return .backreference(index)
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier(
        of atom: PatternNode, isQuantifiable: Bool, firstGroup: Int
    ) throws(PatternError) -> PatternNode {
        let start = position
        let counts: (minimum: Int, maximum: Int?)
        switch next {
        case "*": counts = (0, nil)
        case "+": counts = (1, nil)
        case "?": counts = (0, 1)
        case "{":
            guard let parsed = try parseCounts() else {
                if isStrict { throw error("a `{` that is not escaped") }
                position = start
                return atom
            }
            counts = parsed
            position -= 1
        default: return atom
        }
        position += 1
        guard isQuantifiable else {
            throw PatternError(reason: "a quantifier with nothing to repeat", position: start)
        }
        let isGreedy = !skip("?" as Unicode.Scalar)
        return .repeated(
            atom, minimum: counts.minimum, maximum: counts.maximum, isGreedy: isGreedy,
            captures: (firstGroup + 1)..<(groupCount + 1))
    }

    /// Parses `{2}`, `{2,}` or `{2,5}`. Returns `nil` for any other text.
    private mutating func parseCounts() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
        let start = position
        position += 1
        guard let minimum = parseNumber() else { return nil }
        var maximum: Int? = minimum
        if skip("," as Unicode.Scalar) { maximum = parseNumber() }
        guard skip("}" as Unicode.Scalar) else { return nil }
        if let maximum, maximum < minimum {
            throw PatternError(reason: "a quantifier whose maximum is less than its minimum", position: start)
        }
        return (minimum, maximum)
    }

    /// Parses a number. Numbers beyond a billion count as a billion.
    mutating func parseNumber() -> Int? {
        var value: Int?
        while let scalar = next, "0"..."9" ~= scalar {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000_000)
            position += 1
        }
        return value
    }
}
