// Written by scripts/peers.py: do not edit.

/// A step into a request, the name of a member or an index in a list.
public nonisolated enum LocationStep: Codable, Hashable, Sendable {
    case string(String)
    case integer(Int)

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(String.self) { self = .string(value); return }
            if let value = try? container.decode(Int.self) { self = .integer(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .string(let value): try value.encode(to: encoder)
        case .integer(let value): try value.encode(to: encoder)
        }
    }
}
