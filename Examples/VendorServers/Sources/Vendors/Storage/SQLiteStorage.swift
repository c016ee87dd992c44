#if SQLite
import ApusModels
import GRDB

/// Documents in an SQLite file, which several processes may use at once.
struct SQLiteStorage: Storage {
    private let queue: DatabaseQueue

    /// - Throws: ``StorageProblem`` if the file cannot be used.
    init(path: String) throws {
        var configuration = Configuration()
        // Another process holds the file only for the time of a change.
        configuration.busyMode = .timeout(30)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write { try SQLiteSchema.prepare($0, path: path) }
        } catch let error as DatabaseError {
            throw StorageProblem(path: path, error)
        }
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (any StoredDocuments) throws -> Result) async throws
        -> Result
    {
        try await queue.read { try body(SQLiteDocuments(database: $0)) }
    }

    func change<Result: Sendable>(
        _ body: @escaping @Sendable (any StoredDocuments) throws -> (saved: [Document], result: Result)
    ) async throws -> Result {
        try await queue.write { database in
            let documents = SQLiteDocuments(database: database)
            let (saved, result) = try body(documents)
            for document in saved { try documents.save(document) }
            return result
        }
    }
}

extension StorageProblem {
    fileprivate init(path: String, _ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_NOTADB: self.init("\(path) is not an SQLite database")
        case .SQLITE_CORRUPT: self.init("\(path) is damaged")
        case .SQLITE_READONLY: self.init("\(path) cannot be written")
        default: self.init("\(path) cannot be used: \(error.message ?? error.resultCode.description)")
        }
    }
}

private struct SQLiteDocuments: StoredDocuments {
    let database: Database

    func content(_ kind: Document.Kind, id: String) throws -> JSONValue? {
        try String.fetchOne(
            database, sql: "SELECT content FROM document WHERE kind = ? AND id = ?", arguments: [kind.rawValue, id]
        ).map(Self.json)
    }

    func contents(_ kind: Document.Kind, owner: String) throws -> [JSONValue] {
        try String.fetchAll(
            database, sql: "SELECT content FROM document WHERE kind = ? AND owner = ? ORDER BY position",
            arguments: [kind.rawValue, owner]
        ).map(Self.json)
    }

    func save(_ document: Document) throws {
        try database.execute(
            sql: """
                INSERT INTO document (kind, id, owner, content) VALUES (?, ?, ?, ?)
                ON CONFLICT (kind, id) DO UPDATE SET content = excluded.content
                """,
            arguments: [
                document.kind.rawValue, document.id, document.owner,
                String(decoding: try JSON.encode(document.content), as: UTF8.self),
            ])
    }

    private static func json(_ text: String) throws -> JSONValue { try JSON.decode(from: Array(text.utf8)) }
}
#endif
