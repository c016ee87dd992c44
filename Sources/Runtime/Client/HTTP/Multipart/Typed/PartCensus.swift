import ApusModels

/// Counts the received parts by the table that describes them.
struct PartCensus {
    private let table: PartTable
    private let validates: Bool
    /// The number of parts by index in the table.
    private var counts: [Int]

    init(_ table: PartTable, validates: Bool) {
        self.table = table
        self.validates = validates
        counts = Array(repeating: 0, count: table.parts.count)
    }

    /// Counts a part and returns its index for `MultipartPartModel.init(part:from:)`.
    mutating func admit(_ received: ReceivedPart) throws -> Int {
        guard let name = received.part.name, let index = table.index(of: name) else {
            switch table.others {
            case .undocumented: return table.parts.count
            case .refused: throw received.failure(.unexpectedPart)
            case .typed: return received.part.name == nil ? table.parts.count + 1 : table.parts.count
            }
        }
        counts[index] += 1
        guard counts[index] == 1 || table.parts[index].count != nil else { throw received.failure(.repeatedPart) }
        return index
    }

    /// Returns the number of received parts with an index.
    func count(of index: Int) -> Int { counts[index] }

    /// Throws if a required part is missing or an array has a wrong number of elements.
    func finish() throws {
        for (part, count) in zip(table.parts, counts) {
            guard let range = part.count else {
                if count == 0, part.isRequired { throw MultipartError(.missingPart, name: part.name) }
                continue
            }
            guard validates, part.isRequired || count > 0 else { continue }
            if count < range.lowerBound {
                throw ValidationError(part, "minItems", count, "at least \(range.lowerBound)")
            }
            if count > range.upperBound {
                throw ValidationError(part, "maxItems", count, "at most \(range.upperBound)")
            }
        }
    }
}

extension ValidationError {
    fileprivate init(_ part: DescribedPart, _ keyword: String, _ count: Int, _ limit: String) {
        self.init(violations: [
            Violation(
                pointer: "/" + escapedReferenceToken(part.name), keyword: keyword,
                schemaPointer: "#/parts/\(escapedReferenceToken(part.name))/\(keyword)",
                message: "must have \(limit) elements, has \(count)", value: "")
        ])
    }
}
