import ApusModels

/// Keeps the documents of all services.
protocol Storage: Sendable {
    /// Reads documents in the state of one moment.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any StoredDocuments) throws -> Result) async throws
        -> Result

    /// Saves the documents that `body` returns: all, or none if there is an error.
    ///
    /// Changes take place one after the other, including those of other processes. What `body` reads is therefore
    /// still the case when its documents are saved. A document replaces one of the same kind and identifier.
    func change<Result: Sendable>(
        _ body: @escaping @Sendable (any StoredDocuments) throws -> (saved: [Document], result: Result)
    ) async throws -> Result
}

/// The documents of a storage.
protocol StoredDocuments {
    /// Returns the content of a document, or `nil` if there is none.
    func content(_ kind: Document.Kind, id: String) throws -> JSONValue?

    /// Returns the contents of all documents with an owner, in the order in which they were first saved.
    func contents(_ kind: Document.Kind, owner: String) throws -> [JSONValue]
}

extension StoredDocuments {
    /// Returns the contents of all documents without an owner.
    func contents(_ kind: Document.Kind) throws -> [JSONValue] { try contents(kind, owner: "") }
}

extension Storage {
    func save(_ document: Document) async throws { try await change { _ in ([document], ()) } }
}
