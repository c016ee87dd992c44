import ApusAPIModel

/// A first name for each type of an API, in their order. Other types may have the same one.
///
/// A long name is cut at its end. If this makes names equal, they lose their least significant words instead.
struct TypeNameCandidates {
    private var names: [String]

    /// - Parameter stems: The beginnings of names of types within operations, by the operations' ids.
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
        // Words that many long names of an owner share are less significant than rare ones.
        let shortened = cut.filter { uses[$0.key] != 1 }.values
        let owners = Dictionary(grouping: shortened.joined().map(\.hints)) { $0.first ?? "" }.mapValues(
            Self.frequencies)
        for group in shortened {
            let inGroup = Self.frequencies(of: group.map(\.hints))
            let common = Set(inGroup.filter { $0.value == group.count }.keys)
            for (index, hints) in group {
                let frequencies = owners[hints.first ?? ""] ?? [:]
                names[index] = Words(shortening: hints, common: common, frequencies).upperCamel
            }
        }
    }

    /// The number of names that have each word.
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
    /// Whether the last words are missing from the name in upper camel case.
    fileprivate var isCut: Bool { length > Self.maximumLength }

    private var length: Int { words.reduce(0) { $0 + $1.utf8.count } }

    /// The most significant words of hints. The first words name the owner of the type, and the last ones the type
    /// itself. Of the words between them, repeated ones are removed first, then those that all names have.
    ///
    /// - Parameters:
    ///   - common: The words of all names that would be equal.
    ///   - frequencies: The number of long names that have each word.
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

    /// Removes words until the name is short enough: the most frequent one first, and among equals the one nearest the
    /// middle.
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
