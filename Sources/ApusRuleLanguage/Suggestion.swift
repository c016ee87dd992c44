/// "did you mean …", if a known name is close to one that is not known.
func suggestion(for name: String, among known: [String]) -> String? {
    let limit = name.count <= 3 ? 1 : max(2, name.count / 3)
    let best = known.map { ($0, distance(Array(name.lowercased()), Array($0.lowercased()))) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= limit else { return nil }
    return "did you mean `\(best.0)`?"
}

/// How many characters must be put in, left out or replaced.
private func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, first) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, second) in b.enumerated() {
            let replaced = diagonal + (first == second ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        }
    }
    return row[b.count]
}
