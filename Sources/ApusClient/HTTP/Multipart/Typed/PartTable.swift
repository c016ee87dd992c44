/// Describes the parts of a multipart body; the format is in <doc:GeneratedCode>.
public struct PartTable: Sendable {
    /// What becomes of parts that the table does not name.
    public enum OtherParts: Sendable {
        /// They are given as they are.
        case undocumented
        case refused
        /// Their values are of one type, described by a part without a name.
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

    /// The description of the part with an index; nil if there is none.
    func description(of index: Int) -> DescribedPart? {
        if index < parts.count { return parts[index] }
        if case .typed(let description) = others, index == parts.count { return description }
        return nil
    }
}
