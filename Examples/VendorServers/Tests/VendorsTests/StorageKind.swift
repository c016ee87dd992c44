@testable import Vendors

/// The storages. All tests of the services run with each of them.
enum StorageKind: CaseIterable, Sendable {
    case memory
    #if SQLite
    case sqlite
    #endif

    func make() throws -> any Storage {
        switch self {
        case .memory: MemoryStorage()
        #if SQLite
        case .sqlite: try SQLiteStorage(path: ":memory:")
        #endif
        }
    }

    /// Returns each of the arguments with each of the storages.
    static func with<each Argument>(_ arguments: [(repeat each Argument)]) -> [(StorageKind, repeat each Argument)] {
        allCases.flatMap { kind in arguments.map { (kind, repeat each $0) } }
    }
}
