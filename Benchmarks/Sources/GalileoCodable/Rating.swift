// Written by scripts/peers.py: do not edit.

/// A rating of one of several kinds; `feedback_type` tells them apart.
public nonisolated enum Rating: Codable, Hashable, Sendable {
    case likeDislikeRating(LikeDislikeRating)
    case starRating(StarRating)
    case scoreRating(ScoreRating)
    case tagsRating(TagsRating)
    case textRating(TextRating)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .feedbackType) {
        case "like_dislike": self = .likeDislikeRating(try .init(from: decoder))
        case "star": self = .starRating(try .init(from: decoder))
        case "score": self = .scoreRating(try .init(from: decoder))
        case "tags": self = .tagsRating(try .init(from: decoder))
        case "text": self = .textRating(try .init(from: decoder))
        default: throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .likeDislikeRating(let value): try value.encode(to: encoder)
        case .starRating(let value): try value.encode(to: encoder)
        case .scoreRating(let value): try value.encode(to: encoder)
        case .tagsRating(let value): try value.encode(to: encoder)
        case .textRating(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case feedbackType = "feedback_type"
    }
}
