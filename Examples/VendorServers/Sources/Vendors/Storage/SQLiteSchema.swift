#if SQLite
import GRDB

/// The tables of the file, and the marks by which the program recognizes it.
enum SQLiteSchema {
    /// The mark in the header of the file: "Apus".
    private static let application = 0x4170_7573
    private static let version = 1

    /// Creates the tables in an empty file, and checks another one.
    ///
    /// - Throws: ``StorageProblem`` if the file belongs to another program, is of another version, or is damaged.
    static func prepare(_ database: Database, path: String) throws {
        let found = (try pragma("application_id", database), try pragma("user_version", database))
        if found == (0, 0), try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0 {
            return try create(in: database)
        }
        guard found.0 == application else { throw StorageProblem("\(path) is the SQLite database of another program") }
        guard found.1 == version else {
            throw StorageProblem("\(path) has format \(found.1), and this program reads and writes format \(version)")
        }
        if let damage = try String.fetchOne(database, sql: "PRAGMA quick_check(1)"), damage != "ok" {
            throw StorageProblem("\(path) is damaged: \(damage)")
        }
    }

    private static func pragma(_ name: String, _ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
    }

    private static func create(in database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA application_id = \(application);
                PRAGMA user_version = \(version);
                CREATE TABLE document (
                    position INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL,
                    id TEXT NOT NULL,
                    owner TEXT NOT NULL,
                    content TEXT NOT NULL,
                    UNIQUE (kind, id)
                );
                CREATE INDEX document_owner ON document (kind, owner, position);
                """)
    }
}
#endif
