import HTTPTypes

/// The cookies of a request (RFC 6265, section 5.4).
struct CookiePairs: Sendable {
    private(set) var pairs: [QueryPairs.Pair] = []

    init(_ headers: HTTPFields) {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let text = pair.drop { $0 == " " || $0 == "\t" }
                guard let equals = text.firstIndex(of: "=") else { continue }
                let name = String(text[..<equals])
                pairs.append(
                    QueryPairs.Pair(
                        name: PercentDecoding.decode(name) ?? name, value: text[text.index(after: equals)...]))
            }
        }
    }

    func values(_ name: String) -> [Substring] { pairs.filter { $0.name == name }.map(\.value) }
}
