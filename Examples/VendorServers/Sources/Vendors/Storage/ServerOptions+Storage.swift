extension ServerOptions {
    /// - Throws: ``StorageProblem`` if the database file cannot be used.
    func storage() throws -> any Storage {
        guard let database else { return MemoryStorage() }
        #if SQLite
        return try SQLiteStorage(path: database)
        #else
        throw StorageProblem("\(database) needs a program with SQLite: build it with `--traits SQLite`")
        #endif
    }
}
