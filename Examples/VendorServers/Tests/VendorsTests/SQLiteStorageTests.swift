#if SQLite
import ApusModels
import Foundation
import GRDB
import GalileoServer
import Testing

@testable import Vendors

/// A database file: what it keeps, and which ones are refused.
final class SQLiteStorageTests {
    private let folder: URL
    private var path: String { folder.appendingPathComponent("vendors.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("vendors-\(UUID().text)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    // MARK: Restarts

    @Test func galileoAfterARestart() async throws {
        let before = try await GalileoService(key: "k", storage: SQLiteStorage(path: path), samples: true)
        let project = try #require(try await before.createProject(named: "kept")["id"].flatMap { try $0.uuid })
        let logStream = try #require(try await before.createLogStream(named: "runs", in: project)?["id"]?.uuid)
        let session = try await before.createSession(
            projectID: project, .init(logStreamID: .value(logStream), name: .value("first")), apiKey: "k")

        let after = try await GalileoService(key: "k", storage: SQLiteStorage(path: path), samples: true)
        #expect(try await after.projects(named: nil) == before.projects(named: nil))
        #expect(try await after.projects(named: "kept").count == 1)
        #expect(try await after.logStreams(of: project).map { $0["name"] } == ["default", "runs"])
        let found = try await after.querySessions(
            projectID: project, .init(logStreamID: .value(logStream)), apiKey: "k")
        #expect(found == (try await before.querySessions(projectID: project, .init(), apiKey: "k")))
        #expect(found.records?.map(\.id) == [session.id])
        let samples = try await after.querySessions(projectID: GalileoService.demoProjectID, .init(), apiKey: "k")
        #expect(samples.numRecords == 3)
    }

    @Test func othersAfterARestart() async throws {
        let galtea = GalteaService(storage: try SQLiteStorage(path: path))
        let call = try await galtea.createSession(
            .init(versionID: "v", context: "Returning buyer", metadata: ["n": 1, "list": [0.5, nil]]),
            bearerAuth: "gsk_1")
        let honeyHive = HoneyHiveService(storage: try SQLiteStorage(path: path))
        let run = try await honeyHive.createSession(.init(metadata: ["a": 1]), bearerAuth: "hh_1")
        _ = try await honeyHive.createEventBatch(
            sessionID: run.sessionID,
            .init(events: [.init(eventType: .tool, inputs: ["q": "a"]), .init(eventType: .model, inputs: [:])]),
            bearerAuth: "hh_1")

        let later = try SQLiteStorage(path: path)
        #expect(try await GalteaService(storage: later).sessions(matching: SessionList([])) == [call])
        let restarted = HoneyHiveService(storage: later)
        #expect(try await restarted.events(of: run.sessionID) == honeyHive.events(of: run.sessionID))
        #expect(try await restarted.events(of: run.sessionID).map { $0["event_type"] } == ["session", "tool", "model"])
        let merged = try await restarted.createSession(
            .init(sessionID: run.eventID, metadata: ["b": 2]), bearerAuth: "hh_1")
        #expect(merged.metadata == ["a": 1, "b": 2])
    }

    // MARK: Several processes

    /// Two connections to one file exclude each other as two processes do.
    @Test func connectionsAtOnce() async throws {
        let storages = try (0..<2).map { _ in try SQLiteStorage(path: path) }
        try await mergeAtOnce(storages.map { HoneyHiveService(storage: $0) })
        var services: [GalileoService] = []
        for storage in storages { services.append(try await GalileoService(key: "k", storage: storage)) }
        try await createAtOnce(services)
    }

    @Test func changesAreSavedAsAWhole() async throws {
        let storage = try SQLiteStorage(path: path)
        await #expect(throws: (any Error).self) {
            try await storage.change { _ in
                // JSON has no form for this number.
                let documents = [JSONValue.string("a"), .number(.nan)].enumerated().map { index, content in
                    Document(.galteaSession, id: "\(index)", content: content)
                }
                return (documents, ())
            }
        }
        #expect(try await storage.read { try $0.contents(.galteaSession) }.isEmpty)
    }

    // MARK: Files that are refused

    private func refusal() throws -> String {
        let before = try? Data(contentsOf: URL(fileURLWithPath: path))
        let problem = #expect(throws: StorageProblem.self) { try SQLiteStorage(path: path) }
        #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before)
        return try #require(problem).description.replacingOccurrences(of: path, with: "FILE")
    }

    @Test func anotherFile() throws {
        try Data(repeating: 65, count: 4096).write(to: URL(fileURLWithPath: path))
        #expect(try refusal() == "FILE is not an SQLite database")
    }

    @Test func databasesOfOthers() throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE document (content TEXT)") }
        #expect(try refusal() == "FILE is the SQLite database of another program")
    }

    @Test func newerFormat() throws {
        _ = try SQLiteStorage(path: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 2") }
        #expect(try refusal() == "FILE has format 2, and this program reads and writes format 1")
    }

    @Test func damage() async throws {
        let storage = try SQLiteStorage(path: path)
        for index in 0..<100 {
            let content = JSONValue.string(String(repeating: "a", count: 1000))
            try await storage.save(Document(.galteaSession, id: "\(index)", content: content))
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes.replaceSubrange(8192..<40960, with: Data(repeating: 7, count: 32768))
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(try refusal().hasPrefix("FILE is damaged"))
        try bytes.prefix(6000).write(to: URL(fileURLWithPath: path))
        #expect(try refusal().hasPrefix("FILE is damaged"))
    }

    @Test func foldersThatDoNotExist() {
        let problem = #expect(throws: StorageProblem.self) { try SQLiteStorage(path: "\(path)/none/vendors.sqlite") }
        #expect(problem?.description == "\(path)/none/vendors.sqlite cannot be used: unable to open database file")
    }

    @Test func emptyFilesAreTaken() throws {
        try Data().write(to: URL(fileURLWithPath: path))
        _ = try SQLiteStorage(path: path)
    }
}
#endif
