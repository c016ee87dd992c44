#if LoopbackTests
import ApusClient
import ApusHummingbird
import ApusModels
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@testable import ApusMock

@Suite struct MockLoopbackTests {
    @Test func aMockAnswersOverHTTP() async throws {
        let mock = try Mocked(
            """
            openapi: 3.1.0
            info: {title: Echo, version: "1"}
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  parameters: [{name: id, in: path, required: true, schema: {type: integer, maximum: 9}}]
                  responses:
                    "200":
                      description: ok
                      content: {application/json: {schema: {type: object}, example: {name: thing}}}
            """)
        let responder = HummingbirdResponder { head, body in await mock.server.respond(to: head, body: body) }
        try await withServer(responder) { server in
            let (data, response) = try await URLSession.shared.data(from: URL(string: server + "/things/3")!)
            #expect((response as? HTTPURLResponse)?.statusCode == 200)
            #expect(try JSON.decode(JSONValue.self, from: Array(data)) == ["name": "thing"])
            let (_, refused) = try await URLSession.shared.data(from: URL(string: server + "/things/10")!)
            #expect((refused as? HTTPURLResponse)?.statusCode == 422)
        }
    }
}
#endif
