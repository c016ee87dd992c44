// Written by scripts/peers.py: do not edit.

/// A problem of a request.
public nonisolated struct RequestProblem: Codable, Hashable, Sendable {
    /// The place of the problem: the part of the request (`path`, `body`), then the members and the indices
    /// that lead to it.
    public var loc: [LocationStep]
    /// What is wrong, in words.
    public var msg: String
    /// A code for the kind of problem.
    public var type: String

    public init(loc: [LocationStep], msg: String, type: String) {
        self.loc = loc
        self.msg = msg
        self.type = type
    }

    enum CodingKeys: String, CodingKey {
        case loc
        case msg
        case type
    }
}
