import ApusRuntime
import ApusServer
import Foundation
import HTTPTypes
import HoneyHive
import Testing

@testable import Vendors

struct HoneyHiveServiceTests {
    private func service(_ storage: StorageKind) throws -> HoneyHiveService {
        HoneyHiveService(storage: try storage.make())
    }

    private func send(
        _ path: String, _ body: String, to service: HoneyHiveService, key: String = "hh_1"
    ) async throws -> Exchange {
        try await Exchange(service.responder, path, body, headers: [.authorization: "Bearer \(key)"])
    }

    private func create(_ body: String, in service: HoneyHiveService) async throws -> JSONValue {
        let exchange = try await send("/v1/sessions", body, to: service)
        #expect(exchange.status == 200)
        return exchange.body
    }

    private func isNow(_ value: JSONValue?) -> Bool {
        value?.double.map { abs($0 - Date().timeIntervalSince1970 * 1000) < 60_000 } ?? false
    }

    @Test(
        arguments: StorageKind.with([
            (#"{}"#, "unknown", "unknown"),
            (#"{"session_name":"nightly"}"#, "nightly", "unknown"),
            (#"{"session_name":"nightly","event_name":"run","source":"dev"}"#, "run", "dev"),
            (#"{"something_else":1}"#, "unknown", "unknown"),
        ]))
    func fallbacks(_ storage: StorageKind, _ body: String, _ name: String, _ source: String) async throws {
        let service = try service(storage)
        let session = try await create(body, in: service)
        #expect(session["event_name"]?.string == name)
        #expect(session["source"]?.string == source)
        #expect(session["event_type"] == "session")
        #expect(session["event_id"] == session["session_id"])
        #expect(UUID(uuidString: session["session_id"]?.string ?? "") != nil)
        #expect(isNow(session["start_time"]))
    }

    @Test(arguments: StorageKind.allCases) func identifiers(_ storage: StorageKind) async throws {
        let service = try service(storage)
        let id = "caf77ace-3417-4da4-944d-f4a0688f3c23"
        #expect(try await create(#"{"session_id":"\#(id)"}"#, in: service)["session_id"]?.string == id)
        for other in [#""my-session""#, "7", "null", #""""#] {
            let made = try await create(#"{"session_id":\#(other)}"#, in: service)["session_id"]?.string
            #expect(UUID(uuidString: made ?? "") != nil)
        }
    }

    @Test(arguments: StorageKind.allCases) func times(_ storage: StorageKind) async throws {
        let service = try service(storage)
        let numbers = try await create(#"{"start_time":1767261600000,"end_time":1767261601500.0}"#, in: service)
        #expect(numbers["start_time"] == 1_767_261_600_000)
        #expect(numbers["end_time"] == 1_767_261_601_500)
        let texts = try await create(#"{"start_time":"yesterday","end_time":"2026-01-01T10:00:00Z"}"#, in: service)
        for name in ["start_time", "end_time"] {
            #expect(isNow(texts[name]))
        }
        #expect(try await create("{}", in: service)["end_time"] == nil)
    }

    @Test(arguments: StorageKind.allCases) func merging(_ storage: StorageKind) async throws {
        let service = try service(storage)
        let id = UUID().uuidString.lowercased()
        _ = try await create(
            #"{"session_id":"\#(id)","event_name":"a","metadata":{"a":1,"b":1},"user_properties":{"c":1}}"#, in: service
        )
        let second = try await create(
            #"{"session_id":"\#(id)","event_name":"b","source":"dev","metadata":{"b":2},"user_properties":{"d":2}}"#,
            in: service)
        #expect(second["event_name"] == "a")
        #expect(second["source"] == "unknown")
        #expect(second["metadata"] == ["a": 1, "b": 2])
        #expect(second["user_properties"] == ["c": 1, "d": 2])
    }

    @Test(arguments: StorageKind.allCases) func batches(_ storage: StorageKind) async throws {
        let service = try service(storage)
        let transport = InMemoryTransport()
        transport.register(service.responder)
        let client = HoneyHiveClient(token: "hh_1", transport: transport)
        let session = try await client.createSession(.init(sessionName: "nightly"))
        let other = UUID().uuidString
        let result = try await client.createEventBatch(
            sessionID: session.sessionID,
            .init(events: [
                Event(eventType: .model, inputs: ["q": "hi"], eventID: "e", sessionID: other, eventName: "llm"),
                Event(eventType: .tool, inputs: [:], error: .value("boom")),
            ]))
        #expect(result.success)
        let stored = try await service.events(of: session.sessionID)
        #expect(try stored.first == JSONValue(encoding: session))
        let events: [Event] = try stored.dropFirst().map { try $0.decode() }
        #expect(events.map(\.sessionID) == [session.eventID, session.eventID])
        #expect(events.map(\.parentID) == [session.eventID, session.eventID])
        #expect(events.map(\.eventName) == ["llm", "unknown"])
        #expect(events.map(\.source) == ["unknown", "unknown"])
        #expect(events[0].eventID == "e")
        #expect(UUID(uuidString: events[1].eventID ?? "") != nil)
    }

    @Test(
        arguments: StorageKind.with([
            (#"{"events":[{"event_type":"tool"}]}"#, "events.0.inputs: must be present"),
            (#"{"events":[{"inputs":{}}]}"#, "events.0.event_type: must be present"),
            (#"{"events":[{"event_type":"other","inputs":{}}]}"#, "events.0.event_type: "),
            (#"{"events":[{"event_type":"tool","inputs":{},"project":"p"}]}"#, "events.0.project: "),
            (#"{"events":[],"is_single_session":true}"#, "is_single_session: "),
            (#"{}"#, "events: must be present"),
        ]))
    func refusedBatches(_ storage: StorageKind, _ body: String, _ message: String) async throws {
        let service = try service(storage)
        let id = try await create("{}", in: service)["session_id"]?.string ?? ""
        let exchange = try await send("/v1/sessions/\(id)/events/batch", body, to: service)
        #expect((exchange.status, exchange.body["statusCode"]) == (400, 400))
        #expect((exchange.body["success"], exchange.body["errorCode"]) == (false, "VALIDATION_ERROR"))
        #expect(exchange.body["message"]?.string?.hasPrefix(message) == true)
        #expect(try await service.events(of: #require(UUID(uuidString: id))).count == 1)
    }

    @Test(arguments: StorageKind.allCases) func unknownSessionsAndKeys(_ storage: StorageKind) async throws {
        let service = try service(storage)
        let path = "/v1/sessions/\(UUID())/events/batch"
        #expect(try await send(path, #"{"events":[]}"#, to: service).status == 404)
        #expect(try await send(path, #"{"events":[]}"#, to: service, key: "key").status == 401)
        #expect(try await service.events(of: UUID()).isEmpty)
    }
}
