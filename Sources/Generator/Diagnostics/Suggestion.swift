/// Returns "did you mean …" with the closest candidate, or `nil` if none is similar.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    closest(to: word, in: candidates).map { "did you mean `\($0)`?" }
}

/// Returns the candidate closest to a misspelled word, or `nil` if none is similar.
///
/// A candidate is similar if its Damerau-Levenshtein distance (insertions, deletions, substitutions and
/// transpositions), ignoring case, is at most a third of the word's length. Of equally close candidates, the first in
/// alphabetical order is returned, so that the result does not depend on the order of `candidates`.
public func closest(to word: String, in candidates: some Sequence<String>) -> String? {
    let lowered = Array(word.lowercased().unicodeScalars)
    let limit = max(1, lowered.count / 3)
    // The bound limits the cost of the quadratic algorithm. Long texts are not misspelled words.
    guard lowered.count <= 256 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
        let other = Array(candidate.lowercased().unicodeScalars.prefix(lowered.count + limit + 1))
        guard abs(other.count - lowered.count) <= limit else { continue }
        let distance = editDistance(lowered, other)
        guard distance <= limit, distance < max(lowered.count, other.count) else { continue }
        if let current = best, (current.distance, current.candidate) < (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// Returns the optimal string alignment distance: the number of insertions, deletions, substitutions and
/// transpositions.
func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(row[j] + 1, previous[j + 1] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
            row.append(cost)
        }
        beforePrevious = previous
        previous = row
    }
    return previous[b.count]
}
