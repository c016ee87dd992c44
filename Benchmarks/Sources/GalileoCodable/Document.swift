// Written by scripts/peers.py: do not edit.

/// A document, or a part of one, that a retriever found.
public nonisolated struct Document: Codable, Hashable, Sendable {
    /// The text of the document.
    public var content: String
    /// What is known about the document.
    public var metadata: [String: DocumentMetadataValue]?

    public init(content: String, metadata: [String: DocumentMetadataValue]? = nil) {
        self.content = content
        self.metadata = metadata
    }

    enum CodingKeys: String, CodingKey {
        case content
        case metadata
    }
}
