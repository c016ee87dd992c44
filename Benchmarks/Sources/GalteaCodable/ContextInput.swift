// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// Background of a session: plain text, or an object with any members. The server stores plain text as
/// an object with the text as its member `value`.
public nonisolated enum ContextInput: Codable, Hashable, Sendable {
    case string(String)
    case object([String: JSONValue])

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(String.self) { self = .string(value); return }
            if let value = try? container.decode([String: JSONValue].self) { self = .object(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .string(let value): try value.encode(to: encoder)
        case .object(let value): try value.encode(to: encoder)
        }
    }
}
