/// The pairs of a query or a form, with their values as received.
struct QueryPairs: Sendable {
    struct Pair: Sendable {
        /// The decoded name.
        var name: String
        /// The value with its encoding.
        var value: Substring
    }

    /// Whether there are more pairs than allowed, or a name cannot be decoded.
    private(set) var isBroken = false
    private(set) var pairs: [Pair] = []

    init(_ text: some StringProtocol, maximum: Int) {
        for pair in Substring(text).split(separator: "&") {
            let end = pair.firstIndex(of: "=")
            let name = PercentDecoding.decode(pair[..<(end ?? pair.endIndex)], plusIsSpace: true)
            guard let name, pairs.count < maximum else {
                isBroken = true
                return
            }
            pairs.append(Pair(name: name, value: end.map { pair[pair.index(after: $0)...] } ?? ""))
        }
    }

    func values(_ name: String) -> [Substring] { pairs.filter { $0.name == name }.map(\.value) }
}
