import ApusClient
import ApusModels

/// Reads `application/x-www-form-urlencoded` as the members of an object.
struct FormReader {
    let encodings: MemberEncodings

    func tree(of pairs: QueryPairs, as form: TextForm) throws -> TextTree {
        if pairs.isBroken { throw UnreadableText(message: "must be a form with fewer pairs") }
        var members: [TextTree.Member] = []
        var taken: Set<String> = []
        let listed = form.members
        for (name, form) in listed {
            guard let tree = try tree(of: name, form, pairs.pairs, listed: Set(listed.map(\.name))) else { continue }
            members.append(TextTree.Member(name, tree))
            taken.insert(name)
        }
        // Other members, in the order of their first pairs.
        for pair in pairs.pairs where !listed.contains(where: { $0.name == pair.name }) {
            let base = pair.name.firstIndex(of: "[").map { String(pair.name[..<$0]) }
            if let base, listed.contains(where: { $0.name == base }) { continue }
            guard taken.insert(pair.name).inserted else { continue }
            let values = pairs.values(pair.name)
            let reader = reader(of: pair.name, .form, explode: true)
            members.append(TextTree.Member(pair.name, .list(try values.map { .text(try reader.decoded($0)) })))
        }
        return .members(members)
    }

    private func tree(
        of name: String, _ form: TextForm, _ pairs: [QueryPairs.Pair], listed: Set<String>
    ) throws -> TextTree? {
        let encoding = encodings.members[name]
        let isCompound = form.kind != .scalar
        if let style = encoding?.style ?? (isCompound ? encodings.style : nil) {
            let explode = encoding?.explode ?? (style == .form || style == .deepObject)
            return try reader(of: name, style, explode: explode).tree(in: pairs, as: form, others: listed)
        }
        let reader = reader(of: name, .form, explode: true)
        // Without a style, an object is one text, which is JSON.
        let texts = try pairs.filter { $0.name == name }.map { try reader.decoded($0.value) }
        if texts.isEmpty {
            // Brackets are common even where the description has no such style.
            return isCompound ? try BracketedNames(name: name, reader: reader).tree(in: pairs) : nil
        }
        if encoding?.contentType.flatMap({ MediaType($0) })?.isJSON == true {
            let values = try texts.map { text in
                guard let value = try? JSON.decode(JSONValue.self, from: Array(text.utf8)) else {
                    throw UnreadableText(message: "must be JSON")
                }
                return TextTree.json(value)
            }
            return values.count == 1 && form.kind != .array ? values[0] : .list(values)
        }
        return .list(texts.map { .text($0) })
    }

    private func reader(of name: String, _ style: ParameterStyle, explode: Bool) -> StyledText {
        StyledText(name: name, style: style, explode: explode, plusIsSpace: true)
    }
}
