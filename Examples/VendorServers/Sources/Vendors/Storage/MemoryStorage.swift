import ApusModels
import Synchronization

/// Documents that end with the process.
final class MemoryStorage: Storage {
    private let state = Mutex(State())

    func read<Result: Sendable>(_ body: @escaping @Sendable (any StoredDocuments) throws -> Result) async throws
        -> Result
    {
        try state.withLock { try body($0) }
    }

    func change<Result: Sendable>(
        _ body: @escaping @Sendable (any StoredDocuments) throws -> (saved: [Document], result: Result)
    ) async throws -> Result {
        try state.withLock { state in
            let (saved, result) = try body(state)
            for document in saved { state.save(document) }
            return result
        }
    }
}

private struct State: StoredDocuments {
    /// An identifier of a document or of its owner.
    private struct Name: Hashable {
        let kind: Document.Kind
        let id: String
    }

    private var contents: [JSONValue] = []
    private var positions: [Name: Int] = [:]
    private var positionsByOwner: [Name: [Int]] = [:]

    func content(_ kind: Document.Kind, id: String) -> JSONValue? {
        positions[Name(kind: kind, id: id)].map { contents[$0] }
    }

    func contents(_ kind: Document.Kind, owner: String) -> [JSONValue] {
        positionsByOwner[Name(kind: kind, id: owner)]?.map { contents[$0] } ?? []
    }

    mutating func save(_ document: Document) {
        if let position = positions[Name(kind: document.kind, id: document.id)] {
            contents[position] = document.content
        } else {
            positions[Name(kind: document.kind, id: document.id)] = contents.count
            positionsByOwner[Name(kind: document.kind, id: document.owner), default: []].append(contents.count)
            contents.append(document.content)
        }
    }
}
