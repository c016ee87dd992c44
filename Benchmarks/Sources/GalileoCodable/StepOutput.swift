// Written by scripts/peers.py: do not edit.

/// What a step produced, as a text, a message or documents.
public nonisolated enum StepOutput: Codable, Hashable, Sendable {
    case string(String)
    indirect case message(Message)
    case array([Document])

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(String.self) { self = .string(value); return }
            if let value = try? container.decode(Message.self) { self = .message(value); return }
            if let value = try? container.decode([Document].self) { self = .array(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .string(let value): try value.encode(to: encoder)
        case .message(let value): try value.encode(to: encoder)
        case .array(let value): try value.encode(to: encoder)
        }
    }
}
