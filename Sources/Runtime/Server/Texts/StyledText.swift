import ApusClient
import ApusModels

/// The error for a text with invalid percent-encoding or an invalid style.
struct UnreadableText: Error {
    var message: String
}

/// Reads the texts of a parameter in an OpenAPI style.
struct StyledText {
    let name: String
    let style: ParameterStyle
    let explode: Bool
    /// Whether texts are percent-encoded. Header fields and cookies of style `cookie` are not.
    var isEncoded = true
    /// Whether `+` is a space.
    var plusIsSpace = false

    // MARK: One text

    /// Returns the value of a text in style `simple`, `label` or `matrix`.
    func tree(of text: String, as form: TextForm) throws -> TextTree {
        switch style {
        case .label:
            guard text.first == "." else { throw UnreadableText(message: "must begin with `.`") }
            return try list(text.dropFirst(), separator: explode ? "." : ",", form)
        case .matrix: return try matrix(text, form)
        default: return try list(text[...], separator: ",", form)
        }
    }

    /// Returns the elements or members of a text, or the whole text if the value is a scalar.
    private func list(_ text: Substring, separator: Character, _ form: TextForm) throws -> TextTree {
        let parts = { text.isEmpty ? [] : text.split(separator: separator, omittingEmptySubsequences: false) }
        switch form.kind {
        case .scalar, .undecided: return .text(try decoded(text))
        case .array: return .list(try parts().map { .text(try decoded($0)) })
        case .object: return try members(parts())
        }
    }

    private func members(_ parts: [Substring]) throws -> TextTree {
        if explode { return .members(try parts.map(member)) }
        guard parts.count.isMultiple(of: 2) else {
            throw UnreadableText(message: "must be a list of names and values")
        }
        return .members(
            try stride(from: 0, to: parts.count, by: 2).map {
                TextTree.Member(try decoded(parts[$0]), .text(try decoded(parts[$0 + 1])))
            })
    }

    private func member(_ text: Substring) throws -> TextTree.Member {
        guard let equals = text.firstIndex(of: "=") else {
            throw UnreadableText(message: "must be a list of names and values with `=` between them")
        }
        return TextTree.Member(
            try decoded(text[..<equals]), .text(try decoded(text[text.index(after: equals)...])))
    }

    private func matrix(_ text: String, _ form: TextForm) throws -> TextTree {
        guard text.first == ";" else { throw UnreadableText(message: "must begin with `;`") }
        let parts = text.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
        if explode, form.kind == .object { return .members(try parts.map(member)) }
        var values: [Substring] = []
        for part in parts {
            let end = part.firstIndex(of: "=") ?? part.endIndex
            guard try decoded(part[..<end]) == name else {
                throw UnreadableText(message: "must have the name `\(name)` after `;`")
            }
            values.append(part[end...].dropFirst())
        }
        if explode, form.kind == .array { return .list(try values.map { .text(try decoded($0)) }) }
        guard values.count == 1 else { throw UnreadableText(message: "must not be repeated") }
        let plain = StyledText(name: name, style: .simple, explode: false, isEncoded: isEncoded)
        return try plain.list(values[0], separator: ",", form)
    }

    // MARK: Pairs

    /// Returns the value among the pairs of a query, a form or cookies, or `nil` if it is absent.
    ///
    /// - Parameter others: The names that belong to other parameters, which an exploded object does not take.
    func tree(in pairs: [QueryPairs.Pair], as form: TextForm, others: Set<String> = []) throws -> TextTree? {
        if style == .deepObject { return try BracketedNames(name: name, reader: self).tree(in: pairs) }
        if form.kind == .object, explode { return try exploded(pairs, form, others) }
        let values = pairs.filter { $0.name == name }.map(\.value)
        guard let first = values.first else { return nil }
        if explode || values.count > 1 || form.kind == .scalar || form.kind == .undecided {
            return .list(try values.map { .text(try decoded($0)) })
        }
        let parts = split(first)
        return form.kind == .array ? .list(try parts.map { .text(try decoded($0)) }) : try notExploded.members(parts)
    }

    private var notExploded: StyledText {
        StyledText(name: name, style: style, explode: false, isEncoded: isEncoded, plusIsSpace: plusIsSpace)
    }

    private func exploded(
        _ pairs: [QueryPairs.Pair], _ form: TextForm, _ others: Set<String>
    ) throws -> TextTree? {
        let listed = Set(form.members.map(\.name))
        var order: [String] = []
        var values: [String: [TextTree]] = [:]
        for pair in pairs where listed.contains(pair.name) || form.hasOtherMembers && !others.contains(pair.name) {
            if values[pair.name] == nil { order.append(pair.name) }
            values[pair.name, default: []].append(.text(try decoded(pair.value)))
        }
        if order.isEmpty { return nil }
        return .members(order.map { TextTree.Member($0, .list(values[$0]!)) })
    }

    /// Splits a value at the style's delimiter, as written or percent-encoded.
    private func split(_ text: Substring) -> [Substring] {
        if text.isEmpty { return [] }
        switch style {
        case .spaceDelimited:
            return text.replacing("%20", with: " ").replacing("+", with: " ")
                .split(separator: " ", omittingEmptySubsequences: false)
        case .pipeDelimited:
            return text.replacing("%7C", with: "|").replacing("%7c", with: "|")
                .split(separator: "|", omittingEmptySubsequences: false)
        default: return text.split(separator: ",", omittingEmptySubsequences: false)
        }
    }

    func decoded(_ text: some StringProtocol) throws -> String {
        guard isEncoded else { return trimmed(text) }
        guard let decoded = PercentDecoding.decode(text, plusIsSpace: plusIsSpace) else {
            throw UnreadableText(message: "must be percent-encoded UTF-8")
        }
        return decoded
    }

    private func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text).drop { $0 == " " || $0 == "\t" }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return String(rest)
    }
}
