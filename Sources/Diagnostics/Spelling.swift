/// Finds what a misspelt word was probably meant to be.
public enum Spelling {
    /// The candidate nearest to `word`, or nil if none is near enough to be worth a suggestion: one edit for each
    /// three characters, letter case and `-` against `_` aside. The first of equals wins.
    public static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
        let folded = fold(word)
        guard folded.count <= 64 else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = fold(candidate)
            let limit = min(best.map { $0.distance - 1 } ?? .max, max(folded.count, other.count) / 3)
            if abs(folded.count - other.count) > limit { continue }
            let distance = distance(folded, other)
            if distance <= limit { best = (candidate, distance) }
        }
        return best?.candidate
    }

    private static func fold(_ word: String) -> [UInt8] {
        word.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    }

    /// Insertions, removals, replacements and swaps of neighbours (optimal string alignment).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
