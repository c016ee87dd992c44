// Written by scripts/peers.py: do not edit.

/// Figures over the ratings of one kind; `feedback_type` tells the kinds apart.
public nonisolated enum RatingAggregate: Codable, Hashable, Sendable {
    case likeDislikeAggregate(LikeDislikeAggregate)
    case starAggregate(StarAggregate)
    case scoreAggregate(ScoreAggregate)
    case tagsAggregate(TagsAggregate)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .feedbackType) {
        case "like_dislike": self = .likeDislikeAggregate(try .init(from: decoder))
        case "star": self = .starAggregate(try .init(from: decoder))
        case "score": self = .scoreAggregate(try .init(from: decoder))
        case "tags": self = .tagsAggregate(try .init(from: decoder))
        default: throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .likeDislikeAggregate(let value): try value.encode(to: encoder)
        case .starAggregate(let value): try value.encode(to: encoder)
        case .scoreAggregate(let value): try value.encode(to: encoder)
        case .tagsAggregate(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case feedbackType = "feedback_type"
    }
}
