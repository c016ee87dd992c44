/// What names become in lower camel case; the members of an API's types have few different ones.
struct Spellings {
    private var known: [String: String] = [:]

    mutating func lowerCamel(_ name: String) -> String {
        if let spelling = known[name] { return spelling }
        let spelling = Words(name).lowerCamel
        known[name] = spelling
        return spelling
    }
}
