// Written by scripts/peers.py: do not edit.

/// One number or several.
public nonisolated enum NumberOrList: Codable, Hashable, Sendable {
    case number(Double)
    case array([Double])

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(Double.self) { self = .number(value); return }
            if let value = try? container.decode([Double].self) { self = .array(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .number(let value): try value.encode(to: encoder)
        case .array(let value): try value.encode(to: encoder)
        }
    }
}
