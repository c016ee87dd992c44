import ApusRuntime
import ApusServer
import Foundation
import HTTPTypes
import HoneyHive
import Testing

@testable import Vendors

struct HoneyHiveServiceTests {
    private let service = HoneyHiveService()

    private func send(_ path: String, _ body: String, key: String = "hh_1") async throws -> Exchange {
        try await Exchange(service.responder, path, body, headers: [.authorization: "Bearer \(key)"])
    }

    private func create(_ body: String) async throws -> JSONValue {
        let exchange = try await send("/v1/sessions", body)
        #expect(exchange.status == 200)
        return exchange.body
    }

    private func isNow(_ value: JSONValue?) -> Bool {
        value?.double.map { abs($0 - Date().timeIntervalSince1970 * 1000) < 60_000 } ?? false
    }

    @Test(arguments: [
        (#"{}"#, "unknown", "unknown"),
        (#"{"session_name":"nightly"}"#, "nightly", "unknown"),
        (#"{"session_name":"nightly","event_name":"run","source":"dev"}"#, "run", "dev"),
        (#"{"something_else":1}"#, "unknown", "unknown"),
    ])
    func fallbacks(_ body: String, _ name: String, _ source: String) async throws {
        let session = try await create(body)
        #expect(session["event_name"]?.string == name)
        #expect(session["source"]?.string == source)
        #expect(session["event_type"] == "session")
        #expect(session["event_id"] == session["session_id"])
        #expect(UUID(uuidString: session["session_id"]?.string ?? "") != nil)
        #expect(isNow(session["start_time"]))
    }

    @Test func identifiers() async throws {
        let id = "caf77ace-3417-4da4-944d-f4a0688f3c23"
        #expect(try await create(#"{"session_id":"\#(id)"}"#)["session_id"]?.string == id)
        for other in [#""my-session""#, "7", "null", #""""#] {
            let made = try await create(#"{"session_id":\#(other)}"#)["session_id"]?.string
            #expect(UUID(uuidString: made ?? "") != nil)
        }
    }

    @Test func times() async throws {
        let numbers = try await create(#"{"start_time":1767261600000,"end_time":1767261601500.0}"#)
        #expect(numbers["start_time"] == 1_767_261_600_000)
        #expect(numbers["end_time"] == 1_767_261_601_500)
        let texts = try await create(#"{"start_time":"yesterday","end_time":"2026-01-01T10:00:00Z"}"#)
        for name in ["start_time", "end_time"] {
            #expect(isNow(texts[name]))
        }
        #expect(try await create("{}")["end_time"] == nil)
    }

    @Test func merging() async throws {
        let id = UUID().uuidString.lowercased()
        _ = try await create(
            #"{"session_id":"\#(id)","event_name":"a","metadata":{"a":1,"b":1},"user_properties":{"c":1}}"#)
        let second = try await create(
            #"{"session_id":"\#(id)","event_name":"b","source":"dev","metadata":{"b":2},"user_properties":{"d":2}}"#)
        #expect(second["event_name"] == "a")
        #expect(second["source"] == "unknown")
        #expect(second["metadata"] == ["a": 1, "b": 2])
        #expect(second["user_properties"] == ["c": 1, "d": 2])
    }

    @Test func batches() async throws {
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
        let events = service.events(of: session.sessionID)
        #expect(events.map(\.sessionID) == [session.eventID, session.eventID])
        #expect(events.map(\.parentID) == [session.eventID, session.eventID])
        #expect(events.map(\.eventName) == ["llm", "unknown"])
        #expect(events.map(\.source) == ["unknown", "unknown"])
        #expect(events[0].eventID == "e")
        #expect(UUID(uuidString: events[1].eventID ?? "") != nil)
    }

    @Test(arguments: [
        (#"{"events":[{"event_type":"tool"}]}"#, "events.0.inputs: must be present"),
        (#"{"events":[{"inputs":{}}]}"#, "events.0.event_type: must be present"),
        (#"{"events":[{"event_type":"other","inputs":{}}]}"#, "events.0.event_type: "),
        (#"{"events":[{"event_type":"tool","inputs":{},"project":"p"}]}"#, "events.0.project: "),
        (#"{"events":[],"is_single_session":true}"#, "is_single_session: "),
        (#"{}"#, "events: must be present"),
    ])
    func refusedBatches(_ body: String, _ message: String) async throws {
        let id = try await create("{}")["session_id"]?.string ?? ""
        let exchange = try await send("/v1/sessions/\(id)/events/batch", body)
        #expect((exchange.status, exchange.body["statusCode"]) == (400, 400))
        #expect((exchange.body["success"], exchange.body["errorCode"]) == (false, "VALIDATION_ERROR"))
        #expect(exchange.body["message"]?.string?.hasPrefix(message) == true)
        #expect(service.events(of: try UUID(uuidString: id).unwrapped()).isEmpty)
    }

    @Test func unknownSessionsAndKeys() async throws {
        let path = "/v1/sessions/\(UUID())/events/batch"
        #expect(try await send(path, #"{"events":[]}"#).status == 404)
        #expect(try await send(path, #"{"events":[]}"#, key: "key").status == 401)
    }
}
