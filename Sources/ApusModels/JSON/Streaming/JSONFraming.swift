/// How several JSON values follow each other in one stream.
public enum JSONFraming: Hashable, Sendable {
    /// The elements of one array (`application/json`).
    case array
    /// A value a line (`application/jsonl`, `application/x-ndjson`). Blank lines are skipped.
    case lines
    /// A record separator (0x1E) before each value and a line feed after it (`application/json-seq`, RFC 7464).
    case textSequence
}
