// Written by scripts/peers.py: do not edit.

/// How far a scorer is with a record, and its result once there is one; `status_type` tells which.
public nonisolated enum MetricResult: Codable, Hashable, Sendable {
    indirect case metricNotComputed(MetricNotComputed)
    case metricPending(MetricPending)
    indirect case metricComputing(MetricComputing)
    indirect case metricNotApplicable(MetricNotApplicable)
    indirect case metricSuccess(MetricSuccess)
    indirect case metricError(MetricError)
    indirect case metricFailed(MetricFailed)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .statusType) {
        case "not_computed": self = .metricNotComputed(try .init(from: decoder))
        case "pending": self = .metricPending(try .init(from: decoder))
        case "computing": self = .metricComputing(try .init(from: decoder))
        case "not_applicable": self = .metricNotApplicable(try .init(from: decoder))
        case "success": self = .metricSuccess(try .init(from: decoder))
        case "error": self = .metricError(try .init(from: decoder))
        case "failed": self = .metricFailed(try .init(from: decoder))
        default: throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .metricNotComputed(let value): try value.encode(to: encoder)
        case .metricPending(let value): try value.encode(to: encoder)
        case .metricComputing(let value): try value.encode(to: encoder)
        case .metricNotApplicable(let value): try value.encode(to: encoder)
        case .metricSuccess(let value): try value.encode(to: encoder)
        case .metricError(let value): try value.encode(to: encoder)
        case .metricFailed(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case statusType = "status_type"
    }
}
