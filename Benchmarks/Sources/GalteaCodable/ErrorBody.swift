// Written by scripts/peers.py: do not edit.

/// Why a request was refused. At least one of the two members is there.
public nonisolated struct ErrorBody: Codable, Hashable, Sendable {
    /// The kind of error, in a word or two.
    public var error: String?
    /// What is wrong with the request.
    public var message: String?

    public init(error: String? = nil, message: String? = nil) {
        self.error = error
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case error
        case message
    }
}
