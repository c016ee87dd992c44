// Written by scripts/peers.py: do not edit.

/// A session, a trace or a span; `type` tells which.
public nonisolated enum LogRecord: Codable, Hashable, Sendable {
    indirect case traceRecord(TraceRecord)
    indirect case agentSpanRecord(AgentSpanRecord)
    indirect case workflowSpanRecord(WorkflowSpanRecord)
    indirect case llmSpanRecord(LLMSpanRecord)
    indirect case toolSpanRecord(ToolSpanRecord)
    indirect case retrieverSpanRecord(RetrieverSpanRecord)
    indirect case sessionRecord(SessionRecord)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .type) {
        case "trace": self = .traceRecord(try .init(from: decoder))
        case "agent": self = .agentSpanRecord(try .init(from: decoder))
        case "workflow": self = .workflowSpanRecord(try .init(from: decoder))
        case "llm": self = .llmSpanRecord(try .init(from: decoder))
        case "tool": self = .toolSpanRecord(try .init(from: decoder))
        case "retriever": self = .retrieverSpanRecord(try .init(from: decoder))
        case "session": self = .sessionRecord(try .init(from: decoder))
        default: throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a variant"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .traceRecord(let value): try value.encode(to: encoder)
        case .agentSpanRecord(let value): try value.encode(to: encoder)
        case .workflowSpanRecord(let value): try value.encode(to: encoder)
        case .llmSpanRecord(let value): try value.encode(to: encoder)
        case .toolSpanRecord(let value): try value.encode(to: encoder)
        case .retrieverSpanRecord(let value): try value.encode(to: encoder)
        case .sessionRecord(let value): try value.encode(to: encoder)
        }
    }

    private enum Key: String, CodingKey {
        case type
    }
}
