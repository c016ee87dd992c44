// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A single value of a scorer. A UUID or a time comes as a text.
public nonisolated enum MetricScalar: Codable, Hashable, Sendable {
    case string(String)
    case number(Double)
    case boolean(Bool)
    indirect case segment(Segment)
    indirect case hallucinationSegment(HallucinationSegment)
    case document(Document)
    indirect case feedbackRating(FeedbackRating)
    case feedbackAggregate(FeedbackAggregate)

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(String.self) { self = .string(value); return }
            if let value = try? container.decode(Double.self) { self = .number(value); return }
            if let value = try? container.decode(Bool.self) { self = .boolean(value); return }
        }
        let container = try decoder.container(keyedBy: Key.self)
        if container.contains(.value) { self = .segment(try .init(from: decoder)); return }
        if container.contains(.end) { self = .hallucinationSegment(try .init(from: decoder)); return }
        if container.contains(.content) { self = .document(try .init(from: decoder)); return }
        if container.contains(.createdAt) { self = .feedbackRating(try .init(from: decoder)); return }
        if container.contains(.aggregate) { self = .feedbackAggregate(try .init(from: decoder)); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .string(let value): try value.encode(to: encoder)
        case .number(let value): try value.encode(to: encoder)
        case .boolean(let value): try value.encode(to: encoder)
        case .segment(let value): try value.encode(to: encoder)
        case .hallucinationSegment(let value): try value.encode(to: encoder)
        case .document(let value): try value.encode(to: encoder)
        case .feedbackRating(let value): try value.encode(to: encoder)
        case .feedbackAggregate(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case value
        case end
        case content
        case createdAt = "created_at"
        case aggregate
    }
}
