/// Random changes of a description that are determined by a seed.
struct Mutation {
    private var state: UInt64
    private let keys: [String]

    /// - Parameter keys: Words to replace keys with, besides those of the text itself.
    init(seed: UInt64, keys: [String]) {
        state = seed
        self.keys = keys
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// Values that are unusual for a field.
    private static let values = [
        "null", "true", "false", "[]", "{}", "''", "0", "-1", "1.5", "1e400", "-0", "9223372036854775808", "0x1F",
        ".inf",
        "'*/*'", "'{'", "'}'", "'{a}'", "'#'", "'#/'", "'..'", "'https://example.com/x'", "'default'", "'4XX'",
        "'null'",
        "object", "array", "string", "integer", "number", "[string, 'null']", "[object, array]", "[null, 1, a, {}]",
        "[a, a]",
        "{type: object}", "{type: string}", "{a: {type: integer}, A: {type: string}, _a: {}}", "{$ref: '#'}", "[{}]",
        "[true]",
        "'\\u0000'", "'é'", "\"\\u202E\"", "'(['", "'^a+$'", "self", "Type", "'`'", "'\"\\(x)'", "&x [1]", "*x",
        "{allOf: [{$ref: '#/components/schemas/A'}]}", "{oneOf: [{type: 'null'}]}", "{not: {}}", "{enum: []}",
    ]

    /// Returns a text with a few changes, most of which keep it valid YAML.
    mutating func mutated(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...below(4) {
            if lines.isEmpty { break }
            change(&lines)
        }
        return lines.joined(separator: "\n")
    }

    private mutating func change(_ lines: inout [String]) {
        let index = below(lines.count)
        switch below(12) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: below(lines.count))
        case 2: lines.swapAt(index, below(lines.count))
        case 3: lines[index] = String(repeating: " ", count: below(12)) + lines[index].drop { $0 == " " }
        case 4: lines[index] = replacingKey(in: lines[index], with: pick(keys) ?? "x")
        case 5: lines[index] = replacingValue(in: lines[index], with: reference(in: lines))
        case 6: lines[index] = corrupted(lines[index])
        case 7: move(index, in: &lines)
        default: lines[index] = replacingValue(in: lines[index], with: pick(Self.values) ?? "")
        }
    }

    private func replacingValue(in line: String, with value: String) -> String {
        guard let colon = line.lastIndex(of: ":") else { return line + " " + value }
        return line[...colon] + " " + value
    }

    private func replacingKey(in line: String, with key: String) -> String {
        let indentation = line.prefix { " -".contains($0) }
        let rest = line.firstIndex(of: ":").map { line[$0...] } ?? ": {}"
        return indentation + key + rest
    }

    /// Returns a reference to a place in the text, based on the keys in its lines.
    private mutating func reference(in lines: [String]) -> String {
        let names = (0...below(3)).compactMap { _ in
            pick(lines)?.drop { " -".contains($0) }.prefix { $0 != ":" }.replacing("/", with: "~1")
        }
        let pointer =
            below(2) == 0 ? "#/components/schemas/" + (names.first ?? "") : "#/" + names.joined(separator: "/")
        return "{$ref: \"\(pointer.filter { $0 != "\"" && $0 != "\\" })\"}"
    }

    private mutating func corrupted(_ line: String) -> String {
        var scalars = Array(line.unicodeScalars)
        let position = below(scalars.count + 1)
        let scalar: Unicode.Scalar =
            pick(["\"", "{", "[", "&", "*", "\t", "|", "\u{0}", "\u{FEFF}", "😀", "%", "~"]) ?? " "
        if below(2) == 0, position < scalars.count {
            scalars.remove(at: position)
        } else {
            scalars.insert(scalar, at: position)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Moves a line and the lines indented below it to another place.
    private mutating func move(_ index: Int, in lines: inout [String]) {
        let depth = lines[index].prefix { $0 == " " }.count
        var end = index + 1
        while end < lines.count, lines[end].prefix(while: { $0 == " " }).count > depth { end += 1 }
        let block = Array(lines[index..<end])
        lines.removeSubrange(index..<end)
        lines.insert(contentsOf: block, at: below(lines.count + 1))
    }
}
