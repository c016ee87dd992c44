/// Where a schema without a name stands, to make a name from if it needs one.
///
/// A list that grows at its end and shares what is before it: every property and element has a path, and few need words.
struct NamePath {
    private indirect enum Part {
        case first([String])
        case next(Part, String)
    }

    private var part: Part

    init(_ words: [String]) { part = .first(words) }

    private init(_ part: Part) { self.part = part }

    var words: [String] {
        var last: [String] = []
        last.reserveCapacity(8)
        var current = part
        while case .next(let before, let word) = current {
            last.append(word)
            current = before
        }
        guard case .first(let words) = current else { return [] }
        return words + last.reversed()
    }

    var id: String { words.joined(separator: ".") }
    func appending(_ word: String) -> NamePath { NamePath(.next(part, word)) }
}
