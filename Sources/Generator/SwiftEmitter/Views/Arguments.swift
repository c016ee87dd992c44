/// The arguments of a call with their commas. Each argument has separate lines.
struct Arguments {
    private var arguments: [[String]] = []

    mutating func add(_ lines: [String]) { arguments.append(lines) }

    mutating func add(_ line: String) { arguments.append([line]) }

    /// An array of metatypes, on one line if it fits.
    mutating func add(types: [String]) {
        let items = types.map { $0 + ".self" }
        let length = items.reduce(0) { $0 + $1.utf8.count + 2 }
        if length <= 100 {
            add("[" + items.joined(separator: ", ") + "]")
        } else {
            add(["["] + SwiftText.filled(items, separator: ",").map { "    " + $0 } + ["]"])
        }
    }

    mutating func add(_ constraints: ConstraintText) {
        guard !constraints.lines.isEmpty else { return }
        if !constraints.references.isEmpty {
            let types = constraints.references.map { $0 + ".self" }
            add("references: [\(types.joined(separator: ", "))]")
        }
        var lines = SwiftText.multilineLiteral(constraints.lines)
        lines[0] = "constraints: " + lines[0]
        add(lines)
    }

    /// An array with each element on separate lines.
    mutating func add(_ label: String, elements: [[String]]) {
        guard !elements.isEmpty else { return }
        var lines = ["\(label): ["]
        for (index, element) in elements.enumerated() {
            lines += element.map { "    " + $0 }
            if index < elements.count - 1 { lines[lines.count - 1] += "," }
        }
        add(lines + ["]"])
    }

    var lines: [String] {
        var result: [String] = []
        for (index, argument) in arguments.enumerated() {
            result += argument
            if index < arguments.count - 1 { result[result.count - 1] += "," }
        }
        return result
    }
}
