import HTTPTypes

/// What a client asks a mock for, in the header field `Prefer` (RFC 7240): `Prefer: code=404, example=missing`.
struct Preference: Equatable {
    /// The status.
    var code: Int?
    /// The name of an example.
    var example: String?
    /// Whether data is made from the schema although there are examples.
    var isDynamic = false

    init(_ headers: HTTPFields) {
        guard let name = HTTPField.Name("Prefer") else { return }
        for preference in headers[values: name].flatMap({ $0.split { $0 == "," || $0 == ";" } }) {
            let parts = preference.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
            guard let name = parts.first else { continue }
            let value = parts.count > 1 ? parts[1] : ""
            switch name.lowercased() {
            case "code": code = Int(value)
            case "example": example = value
            case "dynamic": isDynamic = value.isEmpty || value.lowercased() == "true"
            default: break
            }
        }
    }

    /// Returns a text without white space and quotes around it.
    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\"" }
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }
}
