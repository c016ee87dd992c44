import ApusServer
import Foundation
import HTTPTypes
import Testing

@testable import Vendors

/// The vendors' requests in `samples/` of the folder `APUS_SHARED`, or of `shared` beside the repository: those whose names
/// have `bad` are refused.
struct SampleTests {
    private static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["APUS_SHARED"] { return URL(fileURLWithPath: named) }
        let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        return root.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    private static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/samples")) ?? []
        return files.filter { $0.contains("_request") && $0.hasSuffix(".json") }.sorted()
    }()

    @Test(
        .enabled(if: !names.isEmpty, "set APUS_SHARED to the folder with the samples"),
        arguments: StorageKind.allCases, names)
    func requests(_ storage: StorageKind, _ name: String) async throws {
        let file = Self.folder.appendingPathComponent("samples/\(name)")
        let body = try String(contentsOf: file, encoding: .utf8)
        let words = name.split(separator: "_")
        let exchange =
            switch words[0] {
            case "galileo": try await sendToGalileo(body, storage, isSearch: words[1] == "search")
            case "galtea": try await sendToGaltea(body, storage)
            default: try await sendToHoneyHive(body, storage, isBatch: words[1] == "batch")
            }
        let success = words[0] == "galtea" ? 201 : 200
        #expect(exchange.status == (words.contains("bad") ? 400 : success), "\(exchange.body)")
    }

    private func sendToGalileo(_ body: String, _ storage: StorageKind, isSearch: Bool) async throws -> Exchange {
        let service = try await GalileoService(key: "k", storage: storage.make(), samples: true)
        let path = "/v2/projects/\(GalileoService.demoProjectID)/sessions\(isSearch ? "/search" : "")"
        return try await Exchange(service.responder, path, body, headers: [HTTPField.Name("Galileo-API-Key")!: "k"])
    }

    private func sendToGaltea(_ body: String, _ storage: StorageKind) async throws -> Exchange {
        let service = GalteaService(storage: try storage.make())
        return try await Exchange(service.responder, "/sessions", body, headers: [.authorization: "Bearer gsk_1"])
    }

    private func sendToHoneyHive(_ body: String, _ storage: StorageKind, isBatch: Bool) async throws -> Exchange {
        let service = HoneyHiveService(storage: try storage.make())
        let id = try await service.createSession(.init(), bearerAuth: "hh_1").eventID
        let path = isBatch ? "/v1/sessions/\(id)/events/batch" : "/v1/sessions"
        return try await Exchange(service.responder, path, body, headers: [.authorization: "Bearer hh_1"])
    }
}
