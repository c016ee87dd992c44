import ApusAPIModel

extension JSONLiteral {
    /// The value as JSON text that is equal for equal values: members are sorted, `1.0` is `1`.
    var canonicalText: String { canonical.json }

    private var canonical: JSONLiteral {
        switch self {
        case .null, .bool, .string, .reference: self
        case .number(let digits): Int64(digits) == nil ? Self.canonical(digits) : self
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let members):
            .object(
                members.map { JSONLiteral.Member($0.name, $0.value.canonical) }.sorted { $0.name < $1.name })
        }
    }

    private static func canonical(_ digits: String) -> JSONLiteral {
        guard let value = Double(digits), value.isFinite else { return .number(digits) }
        return .number(Int64(exactly: value).map(String.init) ?? "\(value)")
    }
}
