extension ECMAPattern {
    /// Returns a text that probably matches a pattern, or `nil` if there is no simple one.
    ///
    /// The caller has to match the text: lookarounds and word boundaries are ignored.
    package static func sample(of pattern: String, using random: inout some RandomNumberGenerator) -> String? {
        var parser = PatternParser(pattern, isStrict: false)
        guard let node = try? parser.parse() else { return nil }
        var scalars = String.UnicodeScalarView()
        return node.append(to: &scalars, &random) ? String(scalars) : nil
    }
}

extension PatternNode {
    /// The longest text of a sample. Repetitions may be nested.
    private static let maximumLength = 4096

    /// Appends a text that the node matches. Returns whether there is a simple one.
    fileprivate func append(
        to text: inout String.UnicodeScalarView, _ random: inout some RandomNumberGenerator
    ) -> Bool {
        guard text.count <= Self.maximumLength else { return false }
        switch self {
        case .empty, .assertion: return true
        case .lookaround(_, _, _): return true
        case .backreference, .namedBackreference: return false
        case .scalar(let set):
            guard let scalar = set.sample(&random) else { return false }
            text.append(scalar)
            return true
        case .sequence(let nodes):
            for node in nodes where !node.append(to: &text, &random) { return false }
            return true
        case .alternatives(let nodes): return nodes.randomElement(using: &random)?.append(to: &text, &random) ?? true
        case .capture(let node, _): return node.append(to: &text, &random)
        case .repeated(let node, let minimum, let maximum, _, _):
            let most = min(maximum ?? .max, max(minimum, 1) + 5)
            // A `*` rarely means that nothing is expected.
            let least = minimum == 0 && maximum == nil ? 1 : minimum
            for _ in 0..<Int.random(in: least...max(least, most), using: &random)
            where !node.append(to: &text, &random) { return false }
            return true
        }
    }
}

extension ScalarClass {
    /// Returns a member, preferably a letter or a digit.
    fileprivate func sample(_ random: inout some RandomNumberGenerator) -> Unicode.Scalar? {
        for candidates in [Self.readable, Self.printable] {
            if let member = candidates.filter(contains).randomElement(using: &random) { return Unicode.Scalar(member) }
        }
        return isNegated ? nil : ranges.first.flatMap { Unicode.Scalar($0.lowerBound) }
    }

    private static let readable = Array(UInt32(0x61)...0x7A) + Array(UInt32(0x30)...0x39) + Array(UInt32(0x41)...0x5A)
    private static let printable = Array(UInt32(0x20)...0x7E) + Array(UInt32(0xA1)...0x17F)
}
