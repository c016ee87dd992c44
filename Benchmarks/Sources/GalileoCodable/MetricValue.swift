// Written by scripts/peers.py: do not edit.

/// The result of a scorer, a single value or values nested in lists of up to three levels.
public nonisolated enum MetricValue: Codable, Hashable, Sendable {
    case metricScalar(MetricScalar)
    case metricList(MetricList)
    case metricTable(MetricTable)
    case metricCube(MetricCube)

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let value = try? container.decode(MetricScalar.self) { self = .metricScalar(value); return }
            if let value = try? container.decode(MetricList.self) { self = .metricList(value); return }
            if let value = try? container.decode(MetricTable.self) { self = .metricTable(value); return }
            if let value = try? container.decode(MetricCube.self) { self = .metricCube(value); return }
        }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .metricScalar(let value): try value.encode(to: encoder)
        case .metricList(let value): try value.encode(to: encoder)
        case .metricTable(let value): try value.encode(to: encoder)
        case .metricCube(let value): try value.encode(to: encoder)
        }
    }
}
