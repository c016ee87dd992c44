// Written by scripts/peers.py: do not edit.

/// Why a request failed.
public nonisolated struct ErrorBody: Codable, Hashable, Sendable {
    /// The HTTP status again.
    public var statusCode: Int
    /// What went wrong.
    public var message: String
    /// Always false.
    public var success: Bool
    /// A code for the kind of error; servers of earlier versions leave it out.
    public var errorCode: String?

    public init(statusCode: Int, message: String, success: Bool, errorCode: String? = nil) {
        self.statusCode = statusCode
        self.message = message
        self.success = success
        self.errorCode = errorCode
    }

    enum CodingKeys: String, CodingKey {
        case statusCode
        case message
        case success
        case errorCode
    }
}
