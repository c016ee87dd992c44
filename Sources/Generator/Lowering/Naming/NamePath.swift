/// The place of a schema without a name, as the source of a name.
///
/// A linked list that grows at its end and shares its beginning. Every property and element has a path, but few need a
/// name.
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
