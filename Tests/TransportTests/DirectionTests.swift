#if LoopbackTests
import ApusRuntime
import HTTPTypes
import LoopbackSupport
import Testing

/// Types for one direction, over the network.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct DirectionTests {
    @Test(arguments: TransportKind.allCases)
    func whatIsReceivedIsSentBack(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(
                200, #"{"id":7,"name":"n","key":"leaked","parts":[{"label":"p","size":3}]}"#,
                [.contentType: "application/json"])
        } _: { server, seen in
            let client = WidgetClient(
                server: server, transport: kind.make(), configuration: ClientConfiguration(validatesResponses: true))
            let made = try await client.makeWidget(WidgetRequest(name: "n", key: "k", parts: [PartRequest(label: "p")]))
            #expect(try await body(of: seen.last) == #"{"name":"n","key":"k","parts":[{"label":"p"}]}"#)
            #expect(made.id == 7)
            #expect(made.parts.map(\.size) == [3])
            #expect(made.unrecognizedMembers == ["key": "leaked"])

            var changed = try WidgetRequest(made, key: "k2")
            changed.name = "m"
            _ = try await client.makeWidget(changed)
            #expect(try await body(of: seen.last) == #"{"name":"m","key":"k2","parts":[{"label":"p"}]}"#)
        }
    }

    /// A value built from JSON is sent unchanged.
    @Test(arguments: TransportKind.allCases)
    func whatIsReadOnlyIsNoError(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, #"{"id":7,"name":"n","parts":[]}"#, [.contentType: "application/json"])
        } _: { server, seen in
            let json = #"{"name":"n","key":"k","parts":[{"label":"p","size":3}],"id":7}"#
            let client = WidgetClient(server: server, transport: kind.make())
            _ = try await client.makeWidget(try JSON.decode(from: Array(json.utf8)))
            #expect(try await body(of: seen.last) == json)
        }
    }

    private func body(of request: SeenRequest?) throws -> String {
        String(decoding: try #require(request).body, as: UTF8.self)
    }
}

// A model in the form of generated code.

private struct Widget: ObjectModel {
    var id: Int
    var name: String
    var parts: [Part]
    var unrecognizedMembers: [String: JSONValue] = [:]

    static let table = ObjectTable(
        of: Self.self, "id name parts <key", [Int.self, String.self, [Part].self, [String: JSONValue].self])
}

private struct WidgetRequest: ObjectModel {
    var name: String
    var key: String
    var parts: [PartRequest]
    var unrecognizedMembers: [String: JSONValue] = [:]

    init(name: String, key: String, parts: [PartRequest]) {
        self.name = name
        self.key = key
        self.parts = parts
    }

    static let table = ObjectTable(
        of: Self.self, "name key parts <id", [String.self, String.self, [PartRequest].self, [String: JSONValue].self])

    init(_ received: Widget, key: String) throws(JSONError) {
        self = try JSON.requestForm(of: received, adding: ["key": key])
    }
}

private struct Part: ObjectModel {
    var label: String
    var size: Int

    static let table = ObjectTable(of: Self.self, "label size", [String.self, Int.self])
}

private struct PartRequest: ObjectModel {
    var label: String
    var unrecognizedMembers: [String: JSONValue] = [:]

    static let table = ObjectTable(of: Self.self, "label <size", [String.self, [String: JSONValue].self])
}

private struct WidgetClient: Sendable {
    private let core: ClientCore

    init(server: String, transport: any ClientTransport, configuration: ClientConfiguration = ClientConfiguration()) {
        core = ClientCore(server: server, transport: transport, configuration: configuration)
    }

    func makeWidget(_ body: WidgetRequest) async throws(ExampleError) -> Widget {
        var request = ClientRequest("POST", "/widgets", operationID: "makeWidget")
        request.body(json: body)
        return try await core.send(request, throwing: ExampleError.self, [.success(200, json: Widget.self)]).body
    }
}
#endif
