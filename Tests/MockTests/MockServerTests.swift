import ApusClient
import ApusModels
import ApusServer
import Foundation
import HTTPTypes
import Testing

@testable import ApusMock

private let description = """
    openapi: 3.1.0
    info: {title: Pets, version: "1"}
    servers: [{url: "https://example.com/v1"}]
    security: [{key: []}]
    paths:
      /pets:
        get:
          operationId: listPets
          parameters:
            - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 10}}
            - {name: tags, in: query, schema: {type: array, items: {type: string, maxLength: 3}}}
          responses:
            "200":
              description: pets
              content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
        post:
          operationId: createPet
          requestBody:
            required: true
            content:
              application/json: {schema: {$ref: "#/components/schemas/Pet"}}
              application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Pet"}}
          responses:
            "201":
              description: created
              content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
            4XX: {$ref: "#/components/responses/Problem"}
      /pets/{petId}:
        parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
        get:
          operationId: getPet
          responses:
            "200":
              description: a pet
              headers:
                X-Rate: {required: true, schema: {type: integer, minimum: 5, maximum: 5}}
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Pet"}
                  examples:
                    cat: {value: {id: 1, name: Mia, kind: cat}}
                    dog: {value: {id: 2, name: Rex, kind: dog}}
                text/plain: {schema: {type: string}, example: Mia the cat}
            "404": {$ref: "#/components/responses/Problem"}
        put:
          operationId: replacePet
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
          responses:
            "200":
              description: a pet
              content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
        delete: {operationId: deletePet, responses: {"204": {description: gone}}}
    components:
      securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
      responses:
        Problem:
          description: a problem
          content:
            application/json:
              schema: {type: object, required: [error], properties: {error: {type: string, const: missing}}}
      schemas:
        Pet:
          type: object
          required: [id, name, kind]
          properties:
            id: {type: integer, readOnly: true}
            name: {type: string, minLength: 2, maxLength: 8}
            kind: {enum: [cat, dog]}
            code: {type: string, pattern: "^[A-Z]{3}-[0-9]{4}$"}
            born: {type: string, format: date}
            weight: {type: number, exclusiveMinimum: 0, multipleOf: 0.25}
            secret: {type: string, writeOnly: true}
    """

private let key: HTTPFields = [HTTPField.Name("X-Key")!: "k"]

private func with(_ preference: String) -> HTTPFields {
    var headers = key
    headers[HTTPField.Name("Prefer")!] = preference
    return headers
}

@Suite struct MockServerTests {
    @Test func examplesOfTheDescriptionComeFirst() async throws {
        let mock = try Mocked(description)
        let pet = try await mock.send("GET", "/v1/pets/1", key)
        #expect(pet.status == 200)
        #expect(pet.json == ["id": 1, "name": "Mia", "kind": "cat"])
        #expect(pet.headers[HTTPField.Name("X-Rate")!] == "5")
        // The path without that of the server is the same operation.
        #expect(try await mock.send("GET", "/pets/1", key).json == pet.json)
        let text = try await mock.send("GET", "/pets/1", key.adding(.accept, "text/plain"))
        #expect(text.text == "Mia the cat")
        #expect(text.headers[.contentType] == "text/plain")
        #expect(try await mock.send("GET", "/pets/1", key.adding(.accept, "image/png")).status == 406)
    }

    @Test func aClientChoosesTheResponse() async throws {
        let mock = try Mocked(description)
        #expect(try await mock.send("GET", "/pets/1", with("example=dog")).json?["name"] == "Rex")
        let missing = try await mock.send("GET", "/pets/1", with("code=404"))
        #expect(missing.status == 404)
        #expect(missing.json == ["error": "missing"])
        // A range describes each of its statuses.
        #expect(
            try await mock.send("POST", "/pets", with("code=409"), json: ["name": "Mia", "kind": "cat"]).status == 409)
        let made = try await mock.send("GET", "/pets/1", with("dynamic=true"))
        #expect(made.status == 200)
        #expect(made.json?["code"]?.string?.wholeMatch(of: /[A-Z]{3}-[0-9]{4}/) != nil)
        #expect(made.json?["secret"] == nil)
        let unknown = try await mock.send("GET", "/pets/1", with("code=418"))
        #expect(unknown.status == 400)
        #expect(
            unknown.json?["detail"]?.string?.contains("no response with the status `418`, but `200`, `404`") == true)
        #expect(try await mock.send("GET", "/pets/1", with("example=bird")).status == 400)
    }

    @Test func dataIsTheSameForTheSameSeed() async throws {
        let first = try await Mocked(description).send("GET", "/pets", key)
        let second = try await Mocked(description).send("GET", "/pets", key)
        let other = try await Mocked(description, options: MockOptions(seed: 7)).send("GET", "/pets", key)
        #expect(first.text == second.text)
        #expect(first.text != other.text)
    }

    @Test func requestsAreChecked() async throws {
        let mock = try Mocked(description)
        #expect(try await mock.send("GET", "/pets").status == 401)
        let query = try await mock.send("GET", "/pets?limit=11&tags=abc&tags=abcd", key)
        #expect(query.status == 422)
        #expect(query.headers[.contentType] == "application/problem+json")
        #expect(query.json?["errors"]?[0]?["parameter"] == "limit")
        #expect(query.json?["errors"]?[1]?["pointer"] == "#/1")
        let body = try await mock.send("POST", "/pets", key, json: ["name": "M", "kind": "bird"])
        #expect(body.status == 422)
        // The description has this body for each status of the range.
        #expect(body.json == ["error": "missing"])
        #expect(mock.log.text.contains("    body/name: must have at least 2 characters"))
        #expect(try await mock.send("POST", "/pets", key).status == 400)
        #expect(try await mock.send("GET", "/pets/x", key).status == 422)
        #expect(try await mock.send("PATCH", "/pets", key).headers[.allow] == "GET, HEAD, POST, OPTIONS")
        #expect(try await mock.send("GET", "/cats", key).status == 404)
        #expect(try await mock.send("HEAD", "/pets", key).text.isEmpty)
        // A read-only member need not be sent.
        #expect(try await mock.send("POST", "/pets", key, json: ["name": "Mia", "kind": "cat"]).status == 201)
    }

    @Test func formsAreChecked() async throws {
        let mock = try Mocked(description)
        func send(_ form: String) async throws -> ServerReply {
            let head = HTTPRequest(
                method: .post, scheme: "http", authority: "localhost", path: "/pets",
                headerFields: key.adding(.contentType, "application/x-www-form-urlencoded"))
            return await mock.server.respond(to: head, body: HTTPBody(form))
        }
        #expect(try await send("name=Mia&kind=cat&weight=1.25").head.status == .created)
        #expect(try await send("name=Mia&kind=cat&weight=1.3").head.status.code == 422)
        #expect(try await send("name=Mia&kind=cow").head.status.code == 422)
    }

    @Test func theLogHasALineForEachRequest() async throws {
        let mock = try Mocked(description)
        _ = try await mock.send("GET", "/pets?limit=11", key)
        _ = try await mock.send("GET", "/cats", key)
        #expect(mock.log.all.count == 2)
        #expect(mock.log.all[0].contains("GET /pets?limit=11 → 422 (listPets, "))
        #expect(mock.log.all[0].contains("query parameter `limit`: must be at most 10"))
        #expect(mock.log.all[1].hasPrefix("GET /cats → 404\n"))
    }

    @Test func anInvalidExampleIsLeftOut() async throws {
        let mock = try Mocked(
            """
            openapi: 3.0.3
            info: {title: Things, version: "1"}
            paths:
              /thing:
                get:
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema: {type: integer, minimum: 3, maximum: 3, nullable: true}
                          example: four
            """)
        #expect(try await mock.send("GET", "/thing").text == "3")
        #expect(mock.log.text.contains("an example breaks the description's rules and is left out"))
    }

    @Test func faultsAndLatencyAreAskedFor() async throws {
        let failing = try Mocked(description, options: MockOptions(faultRate: 1))
        #expect(try await failing.send("GET", "/pets", key).status == 503)
        let half = try Mocked(description, options: MockOptions(faultRate: 0.5))
        var statuses: [Int] = []
        for _ in 0..<40 { statuses.append(try await half.send("GET", "/pets", key).status) }
        #expect(Set(statuses) == [200, 503])
        let slow = try Mocked(description, options: MockOptions(latency: .milliseconds(80)))
        let start = ContinuousClock.now
        _ = try await slow.send("GET", "/pets", key)
        #expect(ContinuousClock.now - start >= .milliseconds(80))
    }

    @Test func collectionsKeepState() async throws {
        let mock = try Mocked(description, options: MockOptions(isStateful: true))
        #expect(try await mock.send("GET", "/pets", key).json == [])
        let mia = try await mock.send("POST", "/pets", key, json: ["name": "Mia", "kind": "cat"])
        let rex = try await mock.send("POST", "/v1/pets", key, json: ["name": "Rex", "kind": "dog"])
        #expect(mia.status == 201)
        #expect(mia.json?["name"] == "Mia")
        let id = try #require(mia.json?["id"]?.integer)
        #expect(rex.json?["id"]?.integer != id)
        #expect(try await mock.send("GET", "/pets/\(id)", key).json?["name"] == "Mia")
        let list = try await mock.send("GET", "/pets", key)
        #expect(list.json?.array?.compactMap { $0["name"]?.string } == ["Mia", "Rex"])
        let changed = try await mock.send("PUT", "/pets/\(id)", key, json: ["name": "Tom", "kind": "cat"])
        #expect(changed.json?["name"] == "Tom")
        #expect(changed.json?["id"]?.integer == id)
        #expect(try await mock.send("DELETE", "/pets/\(id)", key).status == 204)
        let gone = try await mock.send("GET", "/pets/\(id)", key)
        #expect(gone.status == 404)
        #expect(gone.json == ["error": "missing"])
        #expect(try await mock.send("DELETE", "/pets/\(id)", key).status == 404)
        #expect(try await mock.send("GET", "/pets", key).json?.array?.count == 1)
    }

    @Test func serversOfOperationsAndPathsHaveTheirBasePaths() async throws {
        let mock = try Mocked(
            """
            openapi: 3.1.0
            info: {title: Servers, version: "1"}
            servers: [{url: "https://example.com/v1"}]
            paths:
              /shared: {get: {responses: {"204": {description: ok}}}}
              /of-path:
                servers: [{url: "//files.example.com/files/{version}", variables: {version: {default: v2}}}]
                get: {responses: {"204": {description: ok}}}
                post:
                  servers: [{url: /a}, {url: "https://b.example.com/b/"}]
                  responses: {"204": {description: ok}}
            """)
        for (method, path, status) in [
            ("GET", "/v1/shared", 204), ("GET", "/files/v2/shared", 404), ("GET", "/files/v2/of-path", 204),
            ("GET", "/v1/of-path", 404), ("GET", "/a/of-path", 405), ("POST", "/a/of-path", 204),
            ("POST", "/b/of-path", 204), ("POST", "/files/v2/of-path", 405), ("POST", "/of-path", 204),
        ] {
            #expect(try await mock.send(method, path).status == status, "\(method) \(path)")
        }
    }

    @Test func clientsReachTheMockInMemory() async throws {
        let transport = InMemoryTransport()
        transport.register(try Mocked(description).server.responder)
        let request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/pets/1", headerFields: key)
        let (head, body) = try await transport.send(
            request, body: nil, baseURL: URL(string: "https://example.com/v1")!, operationID: "getPet")
        #expect(head.status == .ok)
        let bytes = try await body?.collect(upTo: 1 << 20) ?? []
        #expect(try JSON.decode(JSONValue.self, from: bytes)["name"] == "Mia")
    }
}

extension HTTPFields {
    fileprivate func adding(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}
