import ApusAPIModel

/// What the types of an API would be called if each were alone, in their order.
///
/// A name that would be too long is cut. Where names become equal by that, they lose what tells least instead.
struct TypeNameCandidates {
    private var names: [String]

    /// - Parameter stems: What types within an operation begin with in place of its id.
    init(_ api: API, stems: [String: String]) {
        var cut: [String: [(index: Int, hints: [String])]] = [:]
        names = []
        names.reserveCapacity(api.types.count)
        for declaration in api.types {
            var hints = declaration.nameHints
            if hints.count > 1, let stem = stems[hints[0]] { hints[0] = stem }
            let words = Words(hints.joined(separator: " "))
            let name = words.upperCamel
            if words.isCut { cut[name, default: []].append((names.count, hints)) }
            names.append(name.isEmpty ? "Unnamed" : name)
        }
        if cut.isEmpty { return }
        let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        // What the long names of an owner share tells less than what few of them have.
        let shortened = cut.filter { uses[$0.key] != 1 }.values
        let owners = Dictionary(grouping: shortened.joined().map(\.hints)) { $0.first ?? "" }.mapValues(Self.frequencies)
        for group in shortened {
            let inGroup = Self.frequencies(of: group.map(\.hints))
            let common = Set(inGroup.filter { $0.value == group.count }.keys)
            for (index, hints) in group {
                let frequencies = owners[hints.first ?? ""] ?? [:]
                names[index] = Words(shortening: hints, common: common, frequencies).upperCamel
            }
        }
    }

    /// How many names have a word.
    private static func frequencies(of names: [[String]]) -> [String: Int] {
        var frequencies: [String: Int] = [:]
        for hints in names {
            for word in Set(Words(hints.joined(separator: " ")).words.map { $0.lowercased() }) {
                frequencies[word, default: 0] += 1
            }
        }
        return frequencies
    }

    subscript(index: Int) -> String { names[index] }
}

extension Words {
    /// Whether the name in upper camel case lacks the last words.
    fileprivate var isCut: Bool { length > Self.maximumLength }

    private var length: Int { words.reduce(0) { $0 + $1.utf8.count } }

    /// The words of hints, but not too many. The beginning says to what the type belongs, and the end says what it is; in
    /// the middle, what was said before goes first, then what all names say.
    ///
    /// - Parameters:
    ///   - common: The words that all names have which would be equal.
    ///   - frequencies: How many long names have a word.
    fileprivate init(shortening hints: [String], common: Set<String>, _ frequencies: [String: Int]) {
        self.init(hints.joined(separator: " "))
        let first = min(words.count, Words(hints.first ?? "").words.count)
        let last = max(first, words.count - Words(hints.last ?? "").words.count)
        var seen = Set(words[..<first].map { $0.lowercased() })
        let middle = words[first..<last].filter { seen.insert($0.lowercased()).inserted }
        words = words[..<first] + middle + words[last...]
        let rare = Set(words.map { $0.lowercased() }).filter { !common.contains($0) }
        shorten(in: first..<first + middle.count, keeping: rare, frequencies)
        shorten(in: 1..<max(1, words.count - 1), keeping: rare, frequencies)
        shorten(in: 1..<max(1, words.count - 1), keeping: [], frequencies)
    }

    /// Removes words until the name is short enough: the most frequent, and of these the one in the middle first.
    private mutating func shorten(in range: Range<Int>, keeping kept: Set<String>, _ frequencies: [String: Int]) {
        var range = range
        while length > Self.maximumLength {
            let center = (range.lowerBound + range.upperBound) / 2
            let candidates = range.filter { !kept.contains(words[$0].lowercased()) }
            let index = candidates.min {
                (-frequencies[words[$0].lowercased(), default: 0], abs($0 - center))
                    < (-frequencies[words[$1].lowercased(), default: 0], abs($1 - center))
            }
            guard let index else { return }
            words.remove(at: index)
            range = range.lowerBound..<range.upperBound - 1
        }
    }
}
