// Written by scripts/peers.py: do not edit.

/// A logical expression: a single filter, or the conjunction, the disjunction or the negation of
/// expressions. The member that is there tells the four apart.
public nonisolated enum FilterExpression: Codable, Hashable, Sendable {
    indirect case filterLeaf(FilterLeaf)
    case andNode(AndNode)
    case orNode(OrNode)
    indirect case notNode(NotNode)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if container.contains(.filter) { self = .filterLeaf(try .init(from: decoder)); return }
        if container.contains(.and) { self = .andNode(try .init(from: decoder)); return }
        if container.contains(.or) { self = .orNode(try .init(from: decoder)); return }
        if container.contains(.not) { self = .notNode(try .init(from: decoder)); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .filterLeaf(let value): try value.encode(to: encoder)
        case .andNode(let value): try value.encode(to: encoder)
        case .orNode(let value): try value.encode(to: encoder)
        case .notNode(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case filter
        case and
        case or
        case not
    }
}
