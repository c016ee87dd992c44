/// The framing of several JSON values in one stream.
public enum JSONFraming: Hashable, Sendable {
    /// The elements of one array (`application/json`).
    case array
    /// One value per line (`application/jsonl`, `application/x-ndjson`). Blank lines are skipped.
    case lines
    /// A record separator (0x1E) before each value and a line feed after it (`application/json-seq`, RFC 7464).
    case textSequence
}
