/// The names of one scope. Each name is taken at most once.
struct Scope {
    private var taken: Set<String> = []
    /// Names that are never available, in sets that many scopes share.
    private let reserved: [Set<String>]
    /// The last number after each stem, so that the search for the next one begins there.
    private var numbers: [String: Int] = [:]

    /// - Parameter count: The expected number of names.
    init(reserved: Set<String>..., count: Int = 0) {
        self.reserved = reserved
        taken.reserveCapacity(count)
    }

    func isReserved(_ name: String) -> Bool { reserved.contains { $0.contains(name) } }

    /// Takes a name if it is free.
    mutating func take(_ name: String) -> Bool { !isReserved(name) && taken.insert(name).inserted }

    /// Takes the first free name of the candidates, or the last one with a number.
    mutating func name(_ candidates: String...) -> String {
        for candidate in candidates where take(candidate) { return candidate }
        let stem = candidates.last!
        var number = numbers[stem] ?? 1
        var name: String
        repeat {
            number += 1
            name = stem.unicodeScalars.last.map(\.isNumeric) != true ? "\(stem)\(number)" : "\(stem)_\(number)"
        } while !take(name)
        numbers[stem] = number
        return name
    }
}
