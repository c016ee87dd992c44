// Written by scripts/peers.py: do not edit.

/// A condition on a column of the records. Which kind fits depends on the type of the column; `type`
/// tells the kinds apart.
public nonisolated enum Filter: Codable, Hashable, Sendable {
    indirect case idFilter(IDFilter)
    indirect case dateFilter(DateFilter)
    indirect case numberFilter(NumberFilter)
    case booleanFilter(BooleanFilter)
    indirect case collectionFilter(CollectionFilter)
    indirect case textFilter(TextFilter)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .type) {
        case "id": self = .idFilter(try .init(from: decoder))
        case "date": self = .dateFilter(try .init(from: decoder))
        case "number": self = .numberFilter(try .init(from: decoder))
        case "boolean": self = .booleanFilter(try .init(from: decoder))
        case "collection": self = .collectionFilter(try .init(from: decoder))
        case "text": self = .textFilter(try .init(from: decoder))
        default: throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .idFilter(let value): try value.encode(to: encoder)
        case .dateFilter(let value): try value.encode(to: encoder)
        case .numberFilter(let value): try value.encode(to: encoder)
        case .booleanFilter(let value): try value.encode(to: encoder)
        case .collectionFilter(let value): try value.encode(to: encoder)
        case .textFilter(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case type
    }
}
