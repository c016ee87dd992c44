/// The names of one scope: every one is handed out once.
struct Scope {
    private var taken: Set<String> = []
    /// Names that are not handed out, in sets that many scopes share.
    private let reserved: [Set<String>]
    /// How many names were made from each stem, so that the next number is not searched for from the beginning.
    private var numbers: [String: Int] = [:]

    /// - Parameter count: How many names will be taken, if that is known.
    init(reserved: Set<String>..., count: Int = 0) {
        self.reserved = reserved
        taken.reserveCapacity(count)
    }

    func isReserved(_ name: String) -> Bool { reserved.contains { $0.contains(name) } }

    /// Takes a name if it is free.
    mutating func take(_ name: String) -> Bool { !isReserved(name) && taken.insert(name).inserted }

    /// The first free name of the candidates; if none is, the last one with a number.
    mutating func name(_ candidates: String...) -> String {
        for candidate in candidates where take(candidate) { return candidate }
        let stem = candidates.last!
        var number = numbers[stem] ?? 1
        var name: String
        repeat {
            number += 1
            name = stem.unicodeScalars.last.map(isNumeric) != true ? "\(stem)\(number)" : "\(stem)_\(number)"
        } while !take(name)
        numbers[stem] = number
        return name
    }
}

/// A name as it stands in a declaration: in backticks if it is a keyword.
func escaped(_ name: String) -> String { ReservedNames.keywords.contains(name) ? "`\(name)`" : name }

/// A name as it stands before an argument, where most keywords may be as they are, and escaping them warns.
func label(_ name: String) -> String { ["inout", "let", "var"].contains(name) ? "`\(name)`" : name }
