// Written by scripts/peers.py: do not edit.

/// A value in the metadata of a document.
public nonisolated enum DocumentMetadataValue: Codable, Hashable, Sendable {
    case boolean(Bool)
    case string(String)
    case number(Double)

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(Bool.self) { self = .boolean(value); return }
            if let value = try? container.decode(String.self) { self = .string(value); return }
            if let value = try? container.decode(Double.self) { self = .number(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .boolean(let value): try value.encode(to: encoder)
        case .string(let value): try value.encode(to: encoder)
        case .number(let value): try value.encode(to: encoder)
        }
    }
}
