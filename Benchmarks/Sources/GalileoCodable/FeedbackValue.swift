// Written by scripts/peers.py: do not edit.

/// A value of feedback: true or false for `like_dislike`, a number for `star` and `score`, a text for
/// `text`, a list for `tags`.
public nonisolated enum FeedbackValue: Codable, Hashable, Sendable {
    case boolean(Bool)
    case integer(Int)
    case string(String)
    case array([String])

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(Bool.self) { self = .boolean(value); return }
            if let value = try? container.decode(Int.self) { self = .integer(value); return }
            if let value = try? container.decode(String.self) { self = .string(value); return }
            if let value = try? container.decode([String].self) { self = .array(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .boolean(let value): try value.encode(to: encoder)
        case .integer(let value): try value.encode(to: encoder)
        case .string(let value): try value.encode(to: encoder)
        case .array(let value): try value.encode(to: encoder)
        }
    }
}
