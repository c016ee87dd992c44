import ApusModels

/// Reads pairs such as `filter[price][min]=1&filter[tags][0]=a` (style `deepObject`).
struct BracketedNames {
    let name: String
    let reader: StyledText

    /// The levels of brackets that are read.
    private static let maximumDepth = 32

    private final class Node {
        var texts: [String] = []
        var names: [String] = []
        var children: [String: Node] = [:]

        func child(_ name: String) -> Node {
            if let child = children[name] { return child }
            let child = Node()
            names.append(name)
            children[name] = child
            return child
        }

        var tree: TextTree {
            // `tags[]=a&tags[]=b`
            if names == [""], let elements = children[""], elements.names.isEmpty {
                return .list(elements.texts.map { .text($0) })
            }
            if names.isEmpty { return .list(texts.map { .text($0) }) }
            return .members(names.map { TextTree.Member($0, children[$0]!.tree) })
        }
    }

    func tree(in pairs: [QueryPairs.Pair]) throws -> TextTree? {
        let root = Node()
        for pair in pairs {
            guard pair.name.hasPrefix(name + "[") || pair.name == name else { continue }
            var node = root
            var depth = 0
            for key in try Self.keys(pair.name.dropFirst(name.count)) {
                depth += 1
                if depth > Self.maximumDepth { throw UnreadableText(message: "is nested too deeply") }
                node = node.child(key)
            }
            node.texts.append(try reader.decoded(pair.value))
        }
        return root.names.isEmpty && root.texts.isEmpty ? nil : root.tree
    }

    /// Returns the texts within the brackets.
    private static func keys(_ text: Substring) throws -> [String] {
        var keys: [String] = []
        var rest = text
        while !rest.isEmpty {
            guard rest.first == "[", let end = rest.firstIndex(of: "]") else {
                throw UnreadableText(message: "has a name with brackets that do not match")
            }
            keys.append(String(rest[rest.index(after: rest.startIndex)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return keys
    }
}
