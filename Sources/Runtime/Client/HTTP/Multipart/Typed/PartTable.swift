/// The described parts of a multipart body. <doc:GeneratedCode> describes the format.
public struct PartTable: Sendable {
    /// The handling of parts that the table does not name.
    public enum OtherParts: Sendable {
        /// The parts are returned without a type.
        case undocumented
        /// Such a part throws ``MultipartError/Reason/unexpectedPart``.
        case refused
        /// The values have one type, described by a part without a name.
        case typed(DescribedPart)
    }

    let parts: [DescribedPart]
    let others: OtherParts
    private let indices: [String: Int]

    public init(_ parts: [DescribedPart], others: OtherParts = .undocumented) {
        self.parts = parts
        self.others = others
        indices = Dictionary(parts.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    func index(of name: String) -> Int? { indices[name] }

    /// Returns the description of the part with an index, or `nil` if there is none.
    func description(of index: Int) -> DescribedPart? {
        if index < parts.count { return parts[index] }
        if case .typed(let description) = others, index == parts.count { return description }
        return nil
    }
}
