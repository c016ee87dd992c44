import ApusModels
import ApusServer
import HTTPTypes
import Testing

@testable import ApusMock

private let description = """
    openapi: 3.1.0
    info: {title: Errors, version: "1"}
    security: [{key: []}]
    paths:
      /lists:
        post:
          operationId: withList
          parameters: [{name: limit, in: query, schema: {type: integer, maximum: 9}}]
          requestBody: &body
            required: true
            content:
              application/json:
                schema: {type: object, required: [name], properties: {name: {type: string, minLength: 2}}}
          responses:
            "204": {description: ok}
            "422":
              description: a list of problems
              content:
                application/json:
                  schema:
                    type: object
                    required: [detail]
                    properties:
                      detail:
                        type: array
                        items:
                          type: object
                          required: [loc, msg, type]
                          properties:
                            loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}
                            msg: {type: string}
                            type: {type: string}
      /nested:
        post:
          operationId: withNestedObject
          requestBody: *body
          responses:
            "204": {description: ok}
            "400":
              description: an example
              content:
                application/json:
                  schema:
                    type: object
                    required: [error]
                    properties:
                      error:
                        type: object
                        properties: {code: {type: string}, message: {type: string}, status: {type: integer}}
                  example: {error: {code: BAD, message: bad, status: 400}}
            "401":
              description: a short text
              headers: {X-Reason: {required: true, schema: {type: string, const: key}}}
              content:
                application/json: {schema: {type: object, properties: {error: {type: string, maxLength: 20}}}}
            5XX:
              description: a fault
              content: {application/json: {schema: {type: object, properties: {reason: {type: string}}}}}
      /problems:
        post:
          operationId: withProblemDetails
          requestBody: *body
          responses:
            "204": {description: ok}
            default:
              description: a problem
              content:
                application/problem+json:
                  schema: {type: object, properties: {title: {type: string}, detail: {type: string}}}
      /free:
        post:
          operationId: withFreeForm
          requestBody: *body
          responses:
            "204": {description: ok}
            4XX: {description: anything, content: {application/json: {schema: {type: object}}}}
      /text:
        post:
          operationId: withText
          requestBody: *body
          responses:
            "204": {description: ok}
            "422": {description: a text, content: {text/plain: {schema: {type: string}}}}
      /none:
        post:
          operationId: withoutBody
          requestBody: *body
          responses:
            "204": {description: ok}
            "400": {description: no body}
            4XX: {description: another, content: {application/json: {schema: {type: boolean}}}}
      /impossible:
        post:
          operationId: withImpossibleSchema
          requestBody: *body
          responses:
            "204": {description: ok}
            "422": {description: no value, content: {application/json: {schema: {type: integer, enum: [a]}}}}
    components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
    """

private let key: HTTPFields = [HTTPField.Name("X-Key")!: "k"]

@Suite struct MockRefusalTests {
    private let mock: Mocked

    init() throws { mock = try Mocked(description) }

    @Test func aListHasAnElementForEachProblem() async throws {
        let answer = try await mock.send("POST", "/lists?limit=10", key, json: ["name": "M"])
        #expect(answer.status == 422)
        #expect(answer.headers[.contentType] == "application/json")
        #expect(
            answer.json == [
                "detail": [
                    ["loc": ["query", "limit"], "msg": "must be at most 9", "type": "maximum"],
                    [
                        "loc": ["body", "name"], "msg": "must have at least 2 characters, has 1",
                        "type": "minLength",
                    ],
                ]
            ])
    }

    @Test func unreadableAndInvalidRequestsStandForEachOther() async throws {
        let unreadable = try await mock.send("POST", "/lists", key)
        #expect(unreadable.status == 422)
        #expect(unreadable.json?["detail"]?[0]?["msg"] == "must be present")
        let invalid = try await mock.send("POST", "/nested", key, json: [:])
        #expect(invalid.status == 400)
        #expect(
            invalid.json == [
                "error": [
                    "code": "BAD",
                    "message":
                        "the request breaks rules of the API description: body/name: must have the member `name`",
                    "status": 400,
                ]
            ])
    }

    @Test func headerFieldsOfBothAreSent() async throws {
        let answer = try await mock.send("POST", "/nested", json: ["name": "Mia"])
        #expect(answer.status == 401)
        // The text would be too long.
        #expect(answer.json?["error"]?.string?.count ?? 99 <= 20)
        #expect(answer.headers[HTTPField.Name("X-Reason")!] == "key")
        #expect(answer.headers[.wwwAuthenticate] != nil)
    }

    @Test func problemDetailsAreSentWhereTheyFit() async throws {
        for path in ["/problems", "/free"] {
            let answer = try await mock.send("POST", path, key, json: ["name": "M"])
            #expect(answer.status == 422)
            #expect(answer.json?["title"] == "Unprocessable Content")
            #expect(answer.json?["errors"]?[0]?["pointer"] == "#/name")
            #expect(answer.headers[.contentType] == (path == "/free" ? "application/json" : "application/problem+json"))
        }
    }

    @Test func textsAreSent() async throws {
        let answer = try await mock.send("POST", "/text", key, json: ["name": "M"])
        #expect(answer.status == 422)
        #expect(answer.headers[.contentType] == "text/plain")
        #expect(answer.text.hasSuffix("body/name: must have at least 2 characters, has 1"))
    }

    @Test func problemDetailsStayWithoutADescribedBody() async throws {
        let none = try await mock.send("POST", "/none", key, json: ["name": "M"])
        #expect(none.status == 400)
        #expect(none.json?["status"] == 400)
        #expect(none.headers[.contentType] == "application/problem+json")
        let impossible = try await mock.send("POST", "/impossible", key, json: ["name": "M"])
        #expect(impossible.status == 422)
        #expect(impossible.headers[.contentType] == "application/problem+json")
        let unsupported = HTTPFields([HTTPField(name: .contentType, value: "image/png"), key.first!])
        #expect(try await mock.send("POST", "/nested", unsupported).status == 400)
        #expect(try await mock.send("GET", "/nested", key).status == 405)
        #expect(try await mock.send("GET", "/other", key).headers[.contentType] == "application/problem+json")
    }

    @Test func faultsHaveTheirForm() async throws {
        let failing = try Mocked(description, options: MockOptions(faultRate: 1))
        let answer = try await failing.send("POST", "/nested", key)
        #expect(answer.status == 503)
        #expect(answer.json == ["reason": "a fault was asked for"])
        #expect(try await failing.send("POST", "/lists", key).json?["detail"] == "a fault was asked for")
    }
}
