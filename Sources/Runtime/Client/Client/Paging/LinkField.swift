import HTTPTypes

/// The `Link` field (RFC 8288).
enum LinkField {
    /// Returns the target of the first link with the relation `next`, or `nil`.
    static func next(in headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name("Link") else { return nil }
        for text in headers[values: name] {
            var rest = Substring(text)
            while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
                let target = rest[rest.index(after: start)..<end]
                rest = rest[rest.index(after: end)...]
                if relations(&rest).contains("next") { return String(target) }
            }
        }
        return nil
    }

    /// Reads the parameters up to the next link. Returns the relations in lowercase. Only the first `rel` counts.
    private static func relations(_ rest: inout Substring) -> [String] {
        var relations: [String]?
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            guard rest.first == ";" else { return relations ?? [] }
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { !"=;, \t".contains($0) }.lowercased()
            rest = rest.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
                if rest.first == "\"" {
                    rest = rest.dropFirst()
                    while let character = rest.popFirst(), character != "\"" {
                        value.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
                    }
                } else {
                    value = String(rest.prefix { !";, \t".contains($0) })
                    rest = rest.dropFirst(value.count)
                }
            }
            if name == "rel", relations == nil {
                relations = value.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
    }
}
