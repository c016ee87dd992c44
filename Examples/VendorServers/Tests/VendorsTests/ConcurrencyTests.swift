import ApusModels
import GalileoServer
import HoneyHiveServer
import Testing

@testable import Vendors

/// Requests at the same time: none is lost, and each merges into what the others have stored.
struct ConcurrencyTests {
    @Test(arguments: StorageKind.allCases) func merges(_ storage: StorageKind) async throws {
        let service = HoneyHiveService(storage: try storage.make())
        try await mergeAtOnce([service])
    }

    @Test(arguments: StorageKind.allCases) func sessions(_ storage: StorageKind) async throws {
        let service = try await GalileoService(key: "k", storage: storage.make())
        try await createAtOnce([service])
    }
}

/// Posts the same session through each of the services at once, each time with further metadata.
func mergeAtOnce(_ services: [HoneyHiveService]) async throws {
    let id = UUID().text
    let names = (0..<100).map { "member\($0)" }
    try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, name) in names.enumerated() {
            let service = services[index % services.count]
            group.addTask {
                let request = HoneyHiveServer.CreateSessionRequest(
                    sessionID: id, eventName: name, metadata: [name: 1], userProperties: [name: 2])
                _ = try await service.createSession(request, bearerAuth: "hh_1")
            }
        }
        try await group.waitForAll()
    }
    for service in services {
        let session = try await service.createSession(.init(sessionID: id), bearerAuth: "hh_1")
        #expect(session.metadata?.object.map { Set($0.names) } == Set(names))
        #expect(session.userProperties?.object.map { Set($0.names) } == Set(names))
        #expect(try await service.events(of: session.sessionID).count == 1)
    }
}

/// Creates sessions in a new project through each of the services at once.
func createAtOnce(_ services: [GalileoService]) async throws {
    let project = UUID()
    let created = try await withThrowingTaskGroup(of: UUID.self) { group in
        for index in 0..<100 {
            let service = services[index % services.count]
            group.addTask {
                try await service.createSession(projectID: project, .init(name: .value("\(index)")), apiKey: "k").id
            }
        }
        return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(created.count == 100)
    for service in services {
        let found = try await service.querySessions(projectID: project, .init(), apiKey: "k")
        #expect(Set(found.records?.map(\.id) ?? []) == created)
        // The project has begun to exist only once.
        #expect(try await service.logStreams(of: project).count == 1)
        #expect(Set(found.records?.map(\.runID) ?? []).count == 1)
    }
}
