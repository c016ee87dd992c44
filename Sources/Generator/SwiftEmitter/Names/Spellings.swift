/// A cache of names in lower camel case. The members of an API have few different names.
struct Spellings {
    private var known: [String: String] = [:]

    mutating func lowerCamel(_ name: String) -> String {
        if let spelling = known[name] { return spelling }
        let spelling = Words(name).lowerCamel
        known[name] = spelling
        return spelling
    }
}
