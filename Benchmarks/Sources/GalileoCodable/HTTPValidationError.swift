// Written by scripts/peers.py: do not edit.

/// The problems of a request that is not valid.
public nonisolated struct HTTPValidationError: Codable, Hashable, Sendable {
    /// The problems, all that were found.
    public var detail: [RequestProblem]?

    public init(detail: [RequestProblem]? = nil) {
        self.detail = detail
    }

    enum CodingKeys: String, CodingKey {
        case detail
    }
}
