import ApusRuntime

/// Makes up records.
struct RecordWriter {
    private var generator = SeededGenerator(seed: 42)

    private static let types = ["trace", "agent", "workflow", "llm", "tool", "retriever", "session"]

    mutating func record(at index: Int) -> JSONValue {
        let type = Self.types[index % Self.types.count]
        var record: JSONObject = ["type": .string(type)]
        switch type {
        case "trace": addTrace(to: &record)
        case "agent":
            addStep(to: &record, input: messages(1), output: message())
            record["agent_type"] = pick(["default", "planner", "react", "router"])
        case "workflow": addStep(to: &record, input: text(12), output: documents(2))
        case "llm": addModelCall(to: &record)
        case "tool":
            addStep(to: &record, input: arguments(), output: arguments())
            record["tool_call_id"] = .string("call_\(number(1000))")
        case "retriever": addStep(to: &record, input: text(8), output: documents(4))
        default:
            addStep(to: &record, input: text(10), output: text(20))
            record["parent_id"] = nil
            record["is_complete"] = nil
            record["step_number"] = nil
            record["previous_session_id"] = isRare() ? id() : .null
        }
        addShared(to: &record)
        return .object(record)
    }

    private mutating func addTrace(to record: inout JSONObject) {
        record["session_id"] = id()
        record["trace_id"] = id()
        record["input"] = text(15)
        record["redacted_input"] = .null
        record["output"] = text(30)
        record["redacted_output"] = .null
        record["metrics"] = ["duration_ns": integer(9_000_000_000)]
        record["is_complete"] = true
        record["feedback_rating_info"] = [
            "thumb": ["feedback_type": "like_dislike", "value": true, "explanation": .null],
            "stars": ["feedback_type": "star", "value": integer(5), "explanation": text(4)],
            "labels": ["feedback_type": "tags", "value": [word(), word()], "explanation": .null],
        ]
    }

    private mutating func addStep(to record: inout JSONObject, input: JSONValue, output: JSONValue) {
        record["input"] = input
        record["redacted_input"] = .null
        record["output"] = output
        record["redacted_output"] = .null
        record["metrics"] = ["duration_ns": integer(9_000_000_000)]
        record["session_id"] = id()
        record["trace_id"] = id()
        record["parent_id"] = id()
        record["is_complete"] = true
        record["step_number"] = integer(40)
    }

    private mutating func addModelCall(to record: inout JSONObject) {
        addStep(to: &record, input: messages(3), output: message())
        record["metrics"] = [
            "duration_ns": integer(9_000_000_000), "num_input_tokens": integer(4000),
            "num_output_tokens": integer(900), "num_total_tokens": integer(4900), "time_to_first_token_ns": .null,
        ]
        record["tools"] = [["type": "function", "function": ["name": word(), "strict": true, "parameters": [:]]]]
        record["model"] = pick(["gpt-4o-mini", "gpt-4o", "claude-3-5-sonnet"])
        record["temperature"] = pick([0, 0.2, 0.7, 1])
        record["finish_reason"] = pick(["stop", "tool_calls", nil])
    }

    private mutating func addShared(to record: inout JSONObject) {
        for name in ["id", "project_id", "run_id"] { record[name] = id() }
        record["name"] = text(3)
        record["created_at"] = time()
        record["updated_at"] = time()
        record["user_metadata"] = ["tier": pick(["gold", "silver"]), "region": word(), "customer": word()]
        record["tags"] = .array((0..<number(4)).map { _ in word() })
        record["status_code"] = pick([200, 200, 200, 500, nil])
        record["external_id"] = isRare() ? word() : .null
        for name in ["dataset_input", "dataset_output"] { record[name] = isRare() ? text(10) : .null }
        record["dataset_metadata"] = [:]
        record["has_children"] = pick([true, false, nil])
        record["metrics_batch_id"] = isRare() ? id() : .null
        record["session_batch_id"] = .null
        record["metric_info"] = [
            "tone": success(number()), "pii": ["status_type": "pending", "scorer_type": nil],
            "toxicity": ["status_type": "failed", "scorer_type": "Plus", "message": "Metric failed to compute."],
            "grounded": success(.array((0..<3).map { _ in number() })),
        ]
    }

    private mutating func success(_ value: JSONValue) -> JSONValue {
        [
            "status_type": "success", "scorer_type": "Luna", "value": value, "explanation": text(9), "cost": number(),
            "model_alias": "luna-s", "num_judges": integer(4), "critique": nil, "display_value": "87%",
            "rationale": nil,
        ]
    }

    private mutating func messages(_ count: Int) -> JSONValue {
        .array((0..<count).map { _ in message() })
    }

    private mutating func message() -> JSONValue {
        guard isRare() else { return ["content": text(18), "role": pick(["user", "assistant", "system"])] }
        let call: JSONValue = ["id": word(), "function": ["name": word(), "arguments": arguments()]]
        return ["content": "", "role": "assistant", "tool_call_id": nil, "tool_calls": [call]]
    }

    private mutating func documents(_ count: Int) -> JSONValue {
        .array(
            (0..<count).map { _ in
                [
                    "content": text(25),
                    "metadata": ["page": integer(90), "isPublic": true, "score": number(), "source": word()],
                ]
            })
    }

    private mutating func arguments() -> JSONValue {
        .string("{\"id\":\(number(1000)),\"query\":\"\(word().string!)\"}")
    }

    // MARK: Scalars

    mutating func id() -> JSONValue {
        func hexadecimal(_ count: Int) -> String {
            String((0..<count).map { _ in "0123456789abcdef".randomElement(using: &generator)! })
        }
        return .string([8, 4, 4, 4, 12].map(hexadecimal).joined(separator: "-"))
    }

    private mutating func time() -> JSONValue {
        func padded(_ value: Int, _ count: Int) -> String {
            String(repeating: "0", count: count - String(value).count) + String(value)
        }
        let parts = [1 + number(12), 1 + number(28), number(24), number(60), number(60)].map { padded($0, 2) }
        let fraction = isRare() ? "" : "." + padded(number(1_000_000), 6)
        return .string("2026-\(parts[0])-\(parts[1])T\(parts[2]):\(parts[3]):\(parts[4])\(fraction)Z")
    }

    private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    private mutating func integer(_ bound: Int) -> JSONValue { .integer(Int64(number(bound))) }
    private mutating func number() -> JSONValue { .number(Double(1 + number(9998)) / 10_000) }
    private mutating func isRare() -> Bool { number(5) == 0 }
    private mutating func pick(_ values: [JSONValue]) -> JSONValue { values[number(values.count)] }
    private mutating func word() -> JSONValue { .string(Self.words[number(Self.words.count)]) }

    private mutating func text(_ count: Int) -> JSONValue {
        .string((0..<(1 + number(2 * count))).map { _ in Self.words[number(Self.words.count)] }.joined(separator: " "))
    }

    private static let words = [
        "where", "is", "my", "parcel", "it", "arrives", "today", "the", "customer", "asked", "about", "an", "order",
        "that", "was", "returned", "café", "naïve", "“quoted”", "line\nbreak", "\"order\"", "C:\\temp", "grüße", "日本",
        "refund", "policy", "please", "status", "number", "for", "and", "delivered",
    ]
}
