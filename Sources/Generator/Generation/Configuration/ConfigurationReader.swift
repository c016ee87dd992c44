import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// Reads the values of a configuration file and reports those of a wrong type.
struct ConfigurationReader {
    let folder: String
    var diagnostics: Diagnostics

    mutating func checkKeys(of node: Node, among keys: [String], in parent: String? = nil) {
        for entry in node.entries where !keys.contains(entry.key) {
            diagnostics.error(
                .unknownConfigurationKey,
                "unknown key `\(entry.key)`" + (parent.map { " in `\($0)`" } ?? ""), at: entry.keyNode.place,
                help: suggestion(for: entry.key, among: keys) ?? "the keys here are \(list(keys))")
        }
    }

    mutating func refuse(_ node: Node, _ message: String, help: String? = nil) {
        diagnostics.error(.wrongConfigurationValue, message, at: node.place, help: help)
    }

    mutating func isMapping(_ node: Node) -> Bool {
        if node.kind == .mapping { return true }
        if node.kind != .null { refuse(node, "this must be a mapping of keys to values") }
        return false
    }

    mutating func string(_ node: Node?) -> String? {
        guard let node else { return nil }
        if let string = node.string, !string.isEmpty { return string }
        refuse(node, "this must be a string", help: node.text.isEmpty ? nil : "write `\"\(node.text)\"`")
        return nil
    }

    mutating func folder(_ node: Node?) -> String? {
        string(node).map { PathName.resolve($0, in: folder) }
    }

    mutating func path(_ parent: Node, _ key: PathKey) -> String? { folder(parent[key.rawValue]) }

    mutating func paths(_ parent: Node, _ key: PathKey) -> [String] {
        guard let node = parent[key.rawValue] else { return [] }
        if node.kind == .sequence { return node.elements.compactMap { folder($0) } }
        refuse(node, "this must be a list of files")
        return []
    }

    mutating func identifier(_ node: Node?) -> String? {
        guard let node, let name = string(node) else { return nil }
        if SwiftIdentifier.isValid(name) { return name }
        refuse(node, "`\(name)` is not a Swift identifier")
        return nil
    }

    /// An identifier, or two with a dot between them.
    mutating func qualifiedIdentifier(_ node: Node?) -> String? {
        guard let node, let name = string(node) else { return nil }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count <= 2, parts.allSatisfy({ SwiftIdentifier.isValid(String($0)) }) { return name }
        refuse(node, "`\(name)` is not a Swift identifier")
        return nil
    }

    mutating func identifiers(_ node: Node?) -> [String: String] {
        guard let node, isMapping(node) else { return [:] }
        var names: [String: String] = [:]
        for entry in node.entries { names[entry.key] = identifier(entry.value) }
        return names
    }

    mutating func urls(_ parent: Node, _ key: PathKey) -> URLMap {
        guard let node = parent[key.rawValue], isMapping(node) else { return URLMap() }
        var map = URLMap()
        for entry in node.entries {
            guard let path = folder(entry.value), !map.map(entry.key, to: path) else { continue }
            refuse(
                entry.keyNode, "`\(entry.key)` is not the beginning of a URL",
                help: "write the beginning with its scheme, such as `https://schemas.example.com/v1/`")
        }
        return map
    }

    mutating func boolean(_ node: Node?) -> Bool? {
        guard let node else { return nil }
        if let value = node.boolean { return value }
        refuse(node, "this must be `true` or `false`", help: node.readingHelp)
        return nil
    }

    mutating func number(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        if node.kind == .integer, let number = Int(node.jsonNumber), range.contains(number) { return number }
        refuse(node, "this must be a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: Node?) -> Choice? {
        guard let node else { return nil }
        if let choice = node.string.flatMap(Choice.init(rawValue:)) { return choice }
        let values = Choice.allCases.map(\.rawValue)
        refuse(
            node, "this must be one of \(list(values))",
            help: node.string.flatMap { suggestion(for: $0, among: values) })
        return nil
    }

    mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(_ node: Node?) -> Set<Choice>? {
        guard let node else { return nil }
        guard node.kind == .sequence, !node.elements.isEmpty else {
            refuse(node, "this must be a list of \(list(Choice.allCases.map(\.rawValue)))")
            return nil
        }
        var choices: Set<Choice> = []
        for element in node.elements {
            if let choice: Choice = choice(element) { choices.insert(choice) }
        }
        return choices
    }

    private func list(_ words: [String]) -> String {
        words.map { "`\($0)`" }.joined(separator: ", ")
    }
}
